"""Addresses of sign-in, and what tests ask of its pages."""

import re

SIGN_UP, SIGN_IN, BY_CODE = "/account/signup/", "/account/login/", "/account/login/code/"
CONFIRM, CONFIRM_CODE = "/account/confirm-email/", "/account/login/code/confirm/"
RESET = "/account/password/reset/"


def without_tokens(response, *addresses):
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.text)
    for address in addresses:
        text = text.replace(address, "ADDRESS")
    return text


def signed_in(client):
    return "_auth_user_id" in client.session
