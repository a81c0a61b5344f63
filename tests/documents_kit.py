"""Documents made for tests: policies as Markdown, small PDFs by hand, Word documents with what Word puts in them."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from docx import Document as new_word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from knowledge.clauses import load_library
from knowledge.documents.difference import SAME, compare
from knowledge.documents.opening import read_document

DOCUMENTS, SOURCES = Path(__file__).parent / "documents", Path(__file__).parent / "sources"
CODE, SCHEME = "employee_code_of_conduct", "members_ict_scheme"
CODE_TEXT = (SOURCES / "employee-code-of-conduct.txt").read_text(encoding="utf-8")
SCHEME_TEXT = (SOURCES / "members-ict-scheme.txt").read_text(encoding="utf-8")


def clauses_of(policy):
    return [clause for clause in load_library().clauses if clause.policy == policy]


def compared(policy, document):
    return compare(clauses_of(policy), load_library().title(policy), document)


def code_with(*changes):
    """How the Code differs from itself after each old wording was put in place of by a new one."""
    return compared(CODE, read_document("code.txt", replaced(CODE_TEXT, changes).encode()))


def scheme_with(*changes):
    return compared(SCHEME, read_document("scheme.md", replaced(SCHEME_TEXT, changes).encode()))


def replaced(text, changes):
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def differing(difference):
    """The kind and the clause of everything that differs."""
    return [(each.kind, each.clause and each.clause.id) for each in difference.changes if each.kind != SAME]


def as_markdown(clauses):
    """Clauses as a Markdown document, each heading anew where it changes."""
    lines, path = [], ()
    for clause in clauses:
        shared = next((n for n, (a, b) in enumerate(zip(clause.heading, path, strict=False)) if a != b), None)
        shared = min(len(clause.heading), len(path)) if shared is None else shared
        lines += [f"{'#' * level} {clause.heading[level - 1]}" for level in range(shared + 1, len(clause.heading) + 1)]
        lines += [escaped(line) for line in clause.text.split("\n")]
        path = clause.heading
    return "\n\n".join(lines)


def escaped(line):
    return line.replace("_", r"\_").replace("*", r"\*").replace("<", r"\<")


def texts(name, content):
    """Kind and words of each block of a document."""
    return [(block.kind, block.text) for block in read_document(name, content).blocks]


def word_bytes(make):
    """A Word document that a function has written into."""
    made, written = new_word(), io.BytesIO()
    make(made)
    made.save(written)
    return written.getvalue()


def element(xml):
    """An element of Word from its XML, whose outermost tag names no namespace."""
    return parse_xml(re.sub(r"^<[\w:]+", rf"\g<0> {nsdecls('w')}", xml))


def add_xml(made, inner, tag="w:p"):
    """Add a paragraph, or another part, to a Word document from the XML within it."""
    made.element.body.insert(len(made.element.body) - 1, element(f"<{tag}>{inner}</{tag}>"))


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def with_file(content, name, held):
    """A Word document with one more file in it."""
    written = io.BytesIO(content)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, held)
    return written.getvalue()


def pdf_bytes(*pages, encrypted=False, drawn=None):
    """A PDF with pages of lines, each (x, y from below, words) with the size (11) and "bold" where they differ.

    A page that is None is a picture. ``drawn``: what all pages draw instead, packed.
    """
    objects, kids = ["<< /Type /Catalog /Pages 2 0 R >>", "", _PICTURE], []
    for lines in pages:
        words = (
            b"500 0 0 700 40 40 cm /I Do"
            if lines is None
            else "\n".join(_drawn(*line) for line in lines).encode("cp1252")
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << {_FONTS} >> /XObject << /I 3 0 R >> >> >>"
        )
        objects.append(_stream("/Filter /FlateDecode", drawn or zlib.compress(words)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    if not encrypted:
        return _written(objects, "")
    key = "00" * 32
    objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")
    return _written(objects, f"/Encrypt {len(objects)} 0 R /ID [<00> <00>]")


def _drawn(x, y, words, size=11, bold=""):
    said = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'B' if bold else 'F'} {size} Tf {x} {y} Td ({said}) Tj ET"


def _stream(kind, held):
    return f"<< {kind} /Length {len(held)} >>\nstream\n".encode() + held + b"\nendstream"


_PICTURE = _stream(
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x00"
)
_FONTS = " ".join(
    f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
    for name, base in (("F", "Helvetica"), ("B", "Helvetica-Bold"))
)


def _written(objects, trailer):
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + (each if isinstance(each, bytes) else each.encode()) + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + end.encode()
