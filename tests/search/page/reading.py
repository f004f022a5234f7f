"""What stands on a page of results."""

URL = "/search/"


def found(response):
    return [result["entry"].title for result in response.context["results"]]


def facet(response, name):
    return {
        line["bucket"].label: line["bucket"].count
        for facet in response.context["facets"]
        if facet["name"] == name
        for line in facet["lines"]
    }
