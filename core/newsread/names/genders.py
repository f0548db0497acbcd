"""Which given names are usually whose: general knowledge that tells "he" from "she" where no title does.

The commonest English given names that are hardly ever of the other gender; names of both ("Kim", "Pat") are in neither.
"""

from typing import Final

_HIS: Final = frozenset(
    "adam alan albert andrew anthony arthur barack benjamin bernard bernie bill billy bob bobby brad bradley brian"
    " bruce bryan carl charles chris christopher chuck clarence colin dan daniel dave david dennis don donald doug"
    " douglas ed eddie edward eric ernest eugene evan frank fred gary george gerald glenn gordon greg gregory harold"
    " harry henry howard jack jacob james jason jeff jeffrey jerome jerry jim jimmy joe joel john johnny jonathan"
    " joseph joshua juan justin keith ken kenneth kevin kyle larry lawrence louis luke marc marco mark martin matt"
    " matthew michael mike mitch mitt nathan neil nicholas nick norman patrick paul peter phil philip ralph ray"
    " raymond richard rick rob robert rod roger ron ronald russell sam samuel scott sean stanley stephen steve"
    " steven ted terrence theodore thomas tim timothy todd tom tommy tony vincent walter warren wayne william"
    " zachary".split()
)
_HERS: Final = frozenset(
    "alice amanda amy andrea angela ann anna anne barbara betty beverly brenda carol caroline carolyn catherine"
    " charlotte cheryl christina christine cindy claire cynthia deborah debra denise diana diane dianne donna"
    " dorothy elizabeth ellen emily emma eva frances gloria grace hannah heather helen hillary irene jacqueline jane"
    " janet janice jean jennifer jessica joan joyce judith judy julia julie karen kate katherine kathleen kathryn"
    " kathy kimberly kirsten laura lauren linda lisa lois loretta lori lucy margaret maria marie marilyn martha mary"
    " megan melania melissa michelle nancy natalie nicole olivia pamela patricia paula rachel rebecca rose ruth"
    " samantha sandra sara sarah sharon sheila shirley sophia stephanie susan teresa theresa tiffany valerie vanessa"
    " victoria virginia wendy".split()
)


def usual_pronoun(name: str) -> str | None:
    """Give "he" or "she" for somebody's full name, as far as the given name tells."""
    first = name.casefold().split()[0] if " " in name else ""
    return "he" if first in _HIS else "she" if first in _HERS else None
