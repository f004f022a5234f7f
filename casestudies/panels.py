"""What editors see of a case study's meter."""

from wagtail.admin.panels import Panel


class MeterPanel(Panel):
    """Says in words how much of the case is told, and what is still missing. Shows the page as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "casestudies/admin/meter.html"

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "meter": self.instance.meter}
