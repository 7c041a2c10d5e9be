#!/usr/bin/python3
"""Breaks a file for a press in one way after the other and asks that the judges see each: broken-press.py JUDGES FILE"""
import os
import subprocess
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name

PDFX4, PRINT = "check_pdfx4.py", "check_print.py"
OPTIONS = {
    PDFX4: ["--cmyk-only", "--strict", "--quiet"],
    # What is rendered is asked for where a case needs it: it takes seconds.
    PRINT: ["--mode", "press", "--strict", "--quiet"],
}


def draw(operators):
    """Adds operators at the end of the first page, in points from its lower left corner, and what they need."""

    def change(pdf):
        page = pdf.pages[0].obj
        old = page["/Contents"]
        page["/Contents"] = Array([pdf.make_stream(b"q\n"), old, pdf.make_stream(b"\nQ\n" + operators)])
        states = page["/Resources"].get("/ExtGState", Dictionary())
        states["/Over"] = Dictionary(OP=True, op=True, OPM=1)
        page["/Resources"]["/ExtGState"] = states
        page["/Resources"]["/ColorSpace"] = Dictionary(
            {"/Light": Array([Name("/Lab"), Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])}
        )

    return change


def metadata(old, new):
    def change(pdf):
        stream = pdf.Root["/Metadata"]
        text = bytes(stream.read_bytes())
        assert old in text, old
        stream.write(text.replace(old, new))

    return change


def root(change):
    return lambda pdf: change(pdf.Root)


def page(change):
    return lambda pdf: change(pdf.pages[0].obj)


def drop(key):
    def change(holder):
        del holder[key]

    return change


def shrink(key, by):
    def change(holder):
        x0, y0, x1, y1 = [float(value) for value in holder[key]]
        holder[key] = Array([x0 + by, y0 + by, x1 - by, y1 - by])

    return change


def put(key, value):
    def change(holder):
        holder[key] = value

    return change


def intent(change):
    return lambda pdf: change(pdf.Root["/OutputIntents"][0])


def fonts(pdf):
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name("/FontDescriptor"):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def link(pdf):
    pdf.pages[0].obj["/Annots"] = Array(
        [pdf.make_indirect(Dictionary(Type=Name("/Annot"), Subtype=Name("/Link"), Rect=Array([50, 50, 90, 90])))]
    )


def script(pdf):
    pdf.Root["/OpenAction"] = pdf.make_indirect(Dictionary(S=Name("/JavaScript"), JS=pikepdf.String("x")))


def no_overprint(pdf):
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/OPM" in thing:
            thing["/OP"], thing["/op"] = False, False


# Judge, the rule that it must name, what is done to the file.
CASES = [
    (PDFX4, "header", None),
    (PDFX4, "encryption", "encrypt"),
    (PDFX4, "xmp", root(drop("/Metadata"))),
    (PDFX4, "pdfxid", metadata(b"PDF/X-4", b"PDF/X-3:2003")),
    (PDFX4, "xmp-title", metadata(b"dc:title", b"dc:titel")),
    (PDFX4, "xmp-MetadataDate", metadata(b"xmp:MetadataDate", b"xmp:MetadataDay")),
    (PDFX4, "trapped", metadata(b"<pdf:Trapped>False", b"<pdf:Trapped>Unknown")),
    (PDFX4, "info-xmp", lambda pdf: put("/Title", pikepdf.String("Autre"))(pdf.trailer["/Info"])),
    (PDFX4, "output-intent", root(drop("/OutputIntents"))),
    (PDFX4, "output-condition", intent(drop("/OutputConditionIdentifier"))),
    (PDFX4, "output-profile", intent(drop("/DestOutputProfile"))),
    (PDFX4, "output-profile", intent(lambda one: one["/DestOutputProfile"].write(b"x" * 500))),
    (PDFX4, "trimbox", page(drop("/TrimBox"))),
    (PDFX4, "box-nesting", page(shrink("/BleedBox", 20))),
    (PDFX4, "userunit", page(put("/UserUnit", 2))),
    (PDFX4, "annotation", link),
    (PDFX4, "actions", script),
    (PDFX4, "device-rgb", draw(b"1 0 0 rg 60 60 50 50 re f")),
    (PDFX4, "rgb", draw(b"/Light cs 50 0 0 sc 60 60 50 50 re f")),
    (PDFX4, "group-cs", page(lambda one: put("/CS", Name("/DeviceRGB"))(one["/Group"]))),
    (PDFX4, "font-embedded", fonts),
    (PRINT, "trimbox", page(drop("/TrimBox"))),
    (PRINT, "bleedbox", page(drop("/BleedBox"))),
    (PRINT, "bleed", page(shrink("/BleedBox", 4))),
    (PRINT, "rgb", draw(b"1 0 0 rg 60 60 50 50 re f")),
    (PRINT, "tac", draw(b"1 1 1 1 k 60 60 50 50 re f")),
    (PRINT, "min-line", draw(b"0 0 0 1 K 0.1 w 60 60 m 160 160 l S")),
    (PRINT, "thin-tint", draw(b"0.5 0.5 0 0 K 0.3 w 60 60 m 160 160 l S")),
    (PRINT, "white-overprint", draw(b"/Over gs 0 0 0 0 k 60 60 50 50 re f")),
    (PRINT, "black-overprint", no_overprint),
    (PRINT, "font-embedded", fonts),
]


def judge(judges, name, path):
    options = OPTIONS[name] + (["--no-render"] if name == PRINT else [])
    command = ["/usr/bin/python3", os.path.join(judges, name), path, *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def save(path, good, change):
    with pikepdf.open(good) as pdf:
        if callable(change):
            change(pdf)
        encryption = pikepdf.Encryption(owner="x", user="") if change == "encrypt" else None
        pdf.save(path, fix_metadata_version=False, **({"encryption": encryption} if encryption else {}))
    if change is None:
        with open(path, "r+b") as file:
            file.write(b"%PDF-1.7")


def main():
    judges, good = sys.argv[1:3]
    missed = 0
    for name in OPTIONS:
        code, said = judge(judges, name, good)
        if code != 0:
            missed += 1
            print(f"{name} does not accept {good} as it is:\n{said}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, rule, change) in enumerate(CASES):
            path = os.path.join(folder, f"{number}.pdf")
            save(path, good, change)
            code, said = judge(judges, name, path)
            named = any(line.split()[:2] in (["FAIL", rule], ["WARN", rule]) for line in said.splitlines())
            if code != 1 or not named:
                missed += 1
                print(f"{name} does not see «{rule}» (case {number}):\n{said}")
    print(f"{len(CASES)} broken files, {missed} not seen")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
