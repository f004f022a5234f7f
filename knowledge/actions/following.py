"""Being told when a kit changes: with an account, or with an address whose owner confirms it."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import KitFollower, ToolkitPage
from ..visibility import may_see
from .errors import KitError


@transaction.atomic
def follow(*, kit, by, knows_number=None):
    """Let a member be told of new versions, and return the `KitFollower`. A second time changes nothing."""
    if not may_see(kit, by):
        raise KitError(_("This toolkit is not here any more."))
    follower, is_new = KitFollower.objects.get_or_create(
        kit=kit,
        user=by,
        defaults={
            "language": by.language,
            "knows_number": _known(kit, knows_number),
            "confirmed_at": timezone.now(),
        },
    )
    if is_new:
        _tell(follower)
    return follower


@transaction.atomic
def unfollow(*, kit, by):
    """Tell a member no more. A second time changes nothing."""
    KitFollower.objects.filter(kit=kit, user=by).delete()


@transaction.atomic
def ask_by_address(*, kit, email, language, knows_number=None):
    """Write to an address that somebody gave, so that its owner can confirm it; or, where it is known, can end it.

    Whoever gave the address must not learn which of the two happened. `knows_number` is the version that they have.
    """
    if not may_see(kit):
        raise KitError(_("This toolkit is not open to everybody."))
    follower = KitFollower.objects.filter(kit=kit, email__iexact=email).first()
    if follower is None:
        try:
            with transaction.atomic():
                follower = KitFollower.objects.create(kit=kit, email=email, knows_number=_known(kit, knows_number))
        except IntegrityError:  # by another request at the same moment
            follower = KitFollower.objects.get(kit=kit, email__iexact=email)
    if follower.confirmed_at:
        emails.tell_already(follower)
        return
    follower.language, follower.asked_at = language, timezone.now()
    follower.knows_number = _known(kit, knows_number)
    follower.save()
    emails.ask_to_confirm(follower)


@transaction.atomic
def confirm(*, follower):
    """Tell the owner of an address from now on, and at once of what they missed. A second time changes nothing."""
    follower = KitFollower.objects.select_for_update(of=("self",)).select_related("kit").get(pk=follower.pk)
    if follower.confirmed_at is None:
        follower.confirmed_at = timezone.now()
        follower.save()
        _tell(follower)
    return follower


@transaction.atomic
def end(*, follower):
    """Tell somebody no more, and forget the address."""
    KitFollower.objects.filter(pk=follower.pk).delete()


def tell_followers(*, version):
    """Write to everybody who follows the kit of `version` and does not know of it yet; return how many were told.

    May run any number of times, and be cut off: whoever was told is not told again. Nobody is told of a kit that they
    may not see; when they may again, the next version says what is different since the last that they know.
    """
    kit = ToolkitPage.objects.get(pk=version.kit_id)
    newest = kit.newest_version
    if not kit.live or newest is None:
        return 0
    followers = kit.followers.confirmed().behind(newest.number).select_related("user").order_by("pk")
    told = 0
    addresses = set()  # a member may have given the address of the account besides
    for follower in followers.iterator(chunk_size=500):
        address = emails.address_of(follower).lower()
        told += _tell_one(follower, kit, newest, is_silent=address in addresses)
        addresses.add(address)
    return told


def _tell(follower):
    newest = follower.kit.newest_version
    if newest and follower.knows_number < newest.number:
        _tell_one(follower, follower.kit, newest)


@transaction.atomic
def _tell_one(follower, kit, newest, *, is_silent=False):
    """Write to one follower and note that they know; whoever comes second finds it noted."""
    if not may_see(kit, follower.user):
        return 0
    known = follower.knows_number
    taken = KitFollower.objects.filter(pk=follower.pk, knows_number=known).update(knows_number=newest.number)
    if not taken or is_silent:
        return 0
    emails.tell_of_version(follower, kit=kit, version=newest, known_number=known)
    return 1


def _known(kit, number):
    """Return `number` if there is such a version of the kit, else the newest."""
    newest = kit.newest_version
    highest = newest.number if newest else 1
    return number if number and 1 <= number <= highest else highest
