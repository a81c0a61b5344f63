"""The words after "if" for what ties people to firms, to decisions and to one another; see ``supposed``."""

from collections.abc import Mapping

UNDER, OVER, EXACTLY = "under", "over", "exactly"
_RELATIVES = {
    "spouse": "husband or wife",
    "civil_partner": "civil partner",
    "partner": "partner, living with {whom}",
    "parent": "mother or father",
    "parent_in_law": "mother-in-law or father-in-law",
    "son": "son",
    "daughter": "daughter",
    "step_son": "stepson",
    "step_daughter": "stepdaughter",
    "partners_child": "partner's child",
    "brother": "brother",
    "sister": "sister",
    "grandparent": "grandparent",
    "grandchild": "grandchild",
    "uncle": "uncle",
    "aunt": "aunt",
    "nephew": "nephew",
    "niece": "niece",
    "cousin": "cousin",
    "spouse_or_partner_of_relative": "relative's husband, wife or partner",
}

TIES: Mapping[str, Mapping[object, str]] = {
    "benefit_to": {
        "self": "{you} gained from it",
        "spouse": "{your} husband or wife gained from it",
        "partner": "{your} partner gained from it",
        "relative": "a relative of {whose} gained from it",
        "friend": "a friend of {whose} gained from it",
        "none": "nobody close to {whom} gained from it",
    },
    "whose": {
        "self": "it were {your} own",
        "spouse": "it were {your} husband's or wife's",
        "partner": "it were {your} partner's",
        "relative": "it were a relative's",
        "friend": "it were a friend's",
        "household": "it belonged to somebody {you} lived with",
    },
    "relative_kind": {
        **{kind: f"they were {{your}} {name}" for kind, name in _RELATIVES.items()},
        "other": "they were none of the relatives that the code names",
    },
    "nature": {
        "employment": "the tie were a job or paid work",
        "shareholding": "the tie were shares",
        "membership": "the tie were being a member, a trustee or on the board",
        "other": "the tie were of another kind",
    },
    "deals_with_council": {
        "contract": "the organisation had a contract with the council",
        "may_contract": "the organisation might get a contract with the council",
        "campaigns": "the organisation campaigned about the council",
        "other_dealings": "the organisation had other dealings with the council, such as a grant",
        "no": "the organisation had nothing to do with the council",
    },
    "shareholding_percent": {
        UNDER: "the share held were {at} or less",
        OVER: "the share held were more than {at}",
        EXACTLY: "the share held were {at}",
    },
    "household_percent": {
        UNDER: "the share held in all were {at} or less",
        OVER: "the share held in all were more than {at}",
        EXACTLY: "the share held in all were {at}",
    },
    "controls": {
        True: "the shares came with a veto, control or influence",
        False: "the shares came with no veto, control or influence",
    },
    "role": {
        "lets_contracts": "{you} let contracts",
        "engages_contractors": "{you} engaged contractors",
        "supervises_contractors": "{you} supervised contractors",
        "none": "{you} did nothing with contracts or contractors",
    },
    "with": {
        "councillor": "it were with a councillor",
        "supervisee": "it were with somebody whom {you} supervised",
        "same_service_colleague": "it were with a colleague in the same service",
        "other_colleague": "it were with a colleague in another service",
        "client": "it were with a client or service user",
        "customer": "it were with a customer",
        "contractor": "it were with a contractor",
        "supplier": "it were with a supplier",
    },
    "related": {True: "{you} were related to them", False: "{you} weren't related to them"},
    "authority": {
        True: "{your} job came with authority over them",
        False: "{your} job came with no authority over them",
    },
    "relation": {
        "relative": "they were a relative",
        "partner": "they were {your} husband, wife or partner",
        "friend": "they were a friend",
        "personal_relationship": "{you} had a personal relationship with them",
        "cousin": "they were a cousin",
        "acquaintance": "they were only an acquaintance",
    },
    "decision": {
        "appointment": "the decision were who gets a job",
        "discipline": "the decision were a disciplinary one",
        "promotion": "the decision were a promotion",
        "pay": "the decision were about pay",
        "conditions": "the decision were about hours or other conditions",
        "recruitment": "it were other recruitment work",
    },
}
