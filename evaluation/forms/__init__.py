from .answering import SectionForm, seen_of, spoken
from .fields import NewLinkForm
from .planning import ActionForm, ChangeActionForm
from .settling import PressedForm, SettleForm, TakeOverForm
from .starting import AddressForm, AgainForm, DeleteForm, InviteForm, JoinForm, LostLinkForm, StartForm

__all__ = [
    "ActionForm",
    "AddressForm",
    "AgainForm",
    "ChangeActionForm",
    "DeleteForm",
    "InviteForm",
    "JoinForm",
    "LostLinkForm",
    "NewLinkForm",
    "PressedForm",
    "SectionForm",
    "SettleForm",
    "StartForm",
    "TakeOverForm",
    "seen_of",
    "spoken",
]
