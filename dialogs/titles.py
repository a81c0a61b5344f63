"""What each matter that cannot be filed in chat is called where it is offered, and the words by which it is chosen."""

from collections.abc import Mapping

TITLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "prize_won": ("A prize", ("prize", "raffle", "won")),
    "bequest_left": ("Something in a will", ("will", "bequest", "legacy")),
    "promotional_offer": ("A sales promotion", ("promotion", "offer", "loyalty card", "free gift with an order")),
    "sponsorship_offered": ("Sponsorship", ("sponsor", "sponsorship")),
    "contract_interest": ("A tie to a contractor", ("contractor", "contract", "tender")),
    "personal_relationship": ("A relationship at work", ("relationship", "partner", "family at work")),
    "recruitment_conflict": ("A decision about someone you know", ("recruitment", "interview", "panel", "promotion")),
    "criminal_matter": ("A police matter", ("police", "charge", "caution", "conviction")),
    "standing_for_election": ("Standing for election", ("election", "standing", "candidate")),
    "invention_made": ("An invention", ("invention", "invented")),
    "annual_declaration": ("Your declaration form", ("declaration", "form", "review")),
    "meeting_recording": ("Recording a meeting", ("recording", "record a meeting")),
    "use_of_council_resources": ("Using council property", ("equipment", "property", "van", "using council things")),
    "alcohol_on_premises": ("Alcohol on the premises", ("alcohol", "drinks", "wine")),
    "political_group_work": ("Work with a political group", ("political group", "group meeting")),
    "media_enquiry": ("A question from the media", ("media", "press", "reporter", "journalist")),
    "customer_aggression": ("Aggression from the public", ("aggression", "abuse", "threat", "customer")),
    "ict_undertaking": ("Signing the ICT undertaking", ("undertaking", "sign", "agreement")),
    "software_request": ("New software", ("software", "app", "program")),
    "removable_media_request": ("A USB stick or drive", ("usb", "stick", "drive", "removable media")),
    "blocked_site_request": ("A blocked website", ("website", "site", "blocked")),
    "equipment_request": ("Equipment you need", ("equipment", "kit", "printer", "laptop")),
    "assistive_technology": ("Help with a disability", ("assistive", "accessibility", "screen reader")),
    "training_request": ("Training", ("training", "course")),
    "travel_abroad": ("Taking equipment abroad", ("abroad", "travel", "holiday")),
    "leaving_office": ("Leaving office", ("leaving", "return", "handing back")),
    "inspection_booking": ("An inspection", ("inspection", "check", "booking")),
}


def unfiled_words(situation: str) -> tuple[str, ...]:
    """Give the words by which such a matter is offered, the first as a button; none for anything else."""
    title, words = TITLES.get(situation, ("", ()))
    return (title, title.casefold(), *words) if title else ()
