"""Matters that go by another route: the policy that deals with them is named, nothing is filed and nobody is told.

Code of conduct: Alcohol and drugs; Equalities; Financial management; Fraud; Harassment and bullying; Health and safety;
Reporting procedures; Safeguarding (CC-22-25, 27, 37, 50, 72, 75, 117-121).
"""

from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Outcome

_HARASSMENT, _REPORTING = "harassment-and-bullying", "reporting-procedures"


def _says(words: str):
    """A sentence that holds whatever the facts are; ``{manager}`` is the person's own."""

    def because(said) -> str:
        return words.format(manager=said.manager)

    return because


def _signpost(situation: str, *cites: Cite) -> Rule:
    line = Line(key="signpost", when=always, gives=Outcome.SIGNPOST, cites=cites)
    return Rule(situation=situation, role=EMPLOYEE, own_facts=(), lines=(line,))


_VICTIMS = Cite(
    f"{_REPORTING}.2",
    "if they victimise another employee who has used our reporting procedures",
    _says("Nobody may treat you worse for having reported it."),
)
_NOT_TOLERATED = "We will not tolerate discriminatory behaviour, including harassment."

RULES = (
    _signpost(
        "fraud_concern",
        Cite(
            f"{_REPORTING}.3",
            "The whistleblowing policy (confidential reporting code) intends to encourage and enable anybody",
            _says("The whistleblowing policy is the way to raise this, as Teams is not anonymous."),
        ),
        Cite(
            "fraud.3",
            "The anti-fraud policy aims to deter, detect and take action",
            _says("A concern like yours is what the anti-fraud policy is for."),
        ),
        Cite(
            f"{_REPORTING}.4",
            "protect employees who raise any concerns",
            _says("The law protects you when you raise it."),
        ),
        _VICTIMS,
        Cite(
            "fraud.1",
            "Fraud is a deliberate deception to gain a personal advantage.",
            _says("This is what the Code means by fraud, and whether it fits is not for you to settle."),
        ),
        Cite(
            "fraud.4",
            "An employee must not undertake or assist in fraud, whether intentional or not.",
            _says("This passage counts what was not intended too, which goes further than the definition."),
        ),
        Cite(
            "financial-management.4",
            "we will regard this as gross misconduct",
            _says("Fraud and theft are taken this seriously, and the police may be involved."),
        ),
    ),
    _signpost(
        "harassment_or_bullying",
        Cite(
            f"{_HARASSMENT}.1",
            "The harassment and bullying policy along with other policies, procedures and guidance deal with this.",
            _says("This is dealt with under the harassment and bullying policy, so go by that."),
        ),
        Cite("equalities.5", _NOT_TOLERATED, _says("Harassment is not something that you have to accept.")),
        Cite(
            f"{_HARASSMENT}.2",
            "Employees should proactively challenge behaviour and actions",
            _says("It is right to speak up about what you have seen or been through."),
        ),
        _VICTIMS,
    ),
    _signpost(
        "safeguarding_concern",
        Cite(
            "safeguarding.1",
            "If an employee has concerns, they must follow the safeguarding policy.",
            _says("If anyone is in danger now, call the emergency services first, and then follow this policy."),
        ),
        Cite(
            "safeguarding.2",
            "For more information read the adult safeguarding policy or children's safeguarding policy.",
            _says("Which of the two policies you need depends on whether it is about an adult or a child."),
        ),
    ),
    _signpost(
        "discrimination",
        Cite(
            "equalities.2",
            "All members of the public, customers, suppliers, and other employees have a right",
            _says("Fair treatment is a right, whoever this is about."),
        ),
        Cite(
            "equalities.5",
            _NOT_TOLERATED,
            _says("What you describe may be dealt with under the disciplinary procedure."),
        ),
        Cite(
            "equalities.4",
            "Employees are required to read the diversity and inclusion policy.",
            _says("The diversity and inclusion policy is the one to read on this."),
        ),
        Cite(
            "equalities.3",
            "equalities diversity and inclusion equal opportunities",
            _says("These policies and the law are what such behaviour is measured against."),
        ),
    ),
    _signpost(
        "dependency_support",
        Cite(
            "alcohol-and-drugs.3",
            "The employee support and counselling service is also available.",
            _says("The employee support and counselling service is there for you."),
        ),
        Cite(
            "alcohol-and-drugs.3",
            "we will consider it as a treatable illness. Managers will provide assistance and support",
            _says("It is seen as an illness that can be treated, so you can also talk to {manager}."),
        ),
        Cite(
            "alcohol-and-drugs.1",
            "The prevention of alcohol and drug misuse policy",
            _says("This policy is there so that people come to work fit for it."),
        ),
    ),
    _signpost(
        "health_and_safety",
        Cite(
            "health-and-safety.1",
            "Employees must adhere to the health and safety at work policy",
            _says("The health and safety at work policy deals with this, so go by what it says."),
        ),
        Cite(
            "health-and-safety.2",
            "Employees must not act in a manner liable to place anyone at risk.",
            _says("If anyone is at risk now, see to their safety first."),
        ),
    ),
)
