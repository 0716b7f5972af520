package read_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A bad input is one that is refused.
type bad struct {
	input   string // in words
	text    string
	options read.Options
	kind    error // nil: ErrInvalid
}

// The message of each bad input is in testdata/bad-inputs.md, which is also for people: it
// can never say something else than the library does.
func TestBadInputs(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Inputs that are refused\n\nWhat each reader says of them. The first lines hold for all readers.\n\n| reader | input | message |\n| --- | --- | --- |\n")
	ours := func(r io.Reader, _ read.Options) (*read.Sheet, error) {
		_, err := scenario.ReadCSV(r)
		return nil, err
	}
	n := 0
	for _, group := range []struct {
		name   string
		reader reader
		inputs []bad
	}{
		{"all", read.Wide, badFiles()}, {"ReadCSV", ours, badLong()}, {"Wide", read.Wide, badWide()}, {"WorldBank", read.WorldBank, badWorldBank()},
		{"WEO", read.WEO, badWEO()}, {"SIPRI", read.SIPRI, badSIPRI()}, {"NATO", read.NATO, badNATO()}, {"IAMC", read.IAMC, badIAMC()},
	} {
		for _, in := range group.inputs {
			_, err := group.reader(strings.NewReader(in.text), in.options)
			var fe *scenario.FieldError
			kind := in.kind
			if kind == nil {
				kind = scenario.ErrInvalid
			}
			if !errors.As(err, &fe) || !errors.Is(err, kind) {
				t.Errorf("%s, %s: %v is no FieldError of kind %q", group.name, in.input, err, kind)
				continue
			}
			message := strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(err.Error())
			fmt.Fprintf(&b, "| %s | %s | %s |\n", group.name, strings.ReplaceAll(in.input, "|", `\|`), message)
			n++
		}
	}
	for _, in := range badSheets() {
		err := in.make()
		if !errors.Is(err, in.kind) {
			t.Errorf("%s: %v is not of kind %q", in.input, err, in.kind)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", in.name, in.input, strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(err.Error()))
		n++
	}
	if n < 60 {
		t.Errorf("%d bad inputs, fewer than 60", n)
	}
	golden(t, "bad-inputs.md", b.String())
}

// golden compares with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, run with -update:\n%s", path, diff)
	}
}

// badFiles are no tables, whatever the layout.
func badFiles() []bad {
	const good = "member,variable,unit,2023,2024\n"
	return []bad{
		{input: "an empty file", text: ""},
		{input: "a workbook (.xlsx)", text: "PK\x03\x04\x14"},
		{input: "an old workbook (.xls)", text: "\xd0\xcf\x11\xe0\xa1\xb1"},
		{input: "a PDF", text: "%PDF-1.7\n"},
		{input: "a web page", text: "\n<!DOCTYPE html><html>"},
		{input: "a gzip file", text: "\x1f\x8b\x08"},
		{input: "a Git LFS pointer", text: "version https://git-lfs.github.com/spec/v1\n"},
		{input: "XML", text: `<?xml version="1.0"?>`},
		{input: "an encoding of old Windows", text: good + "T\xfcrkiye,share,% of GDP,1,2\n"},
		{input: "UTF-16 that was cut off", text: "\xff\xfem\x00e\x00m"},
		{input: "a zero byte", text: good + "DEU,share,% of GDP,1,\x00\n"},
		{input: "a carriage return inside a line", text: good + "DEU,share,\r% of GDP,1,2\n"},
		{input: "a line without end", text: good + strings.Repeat("1,", 1<<20)},
		{input: "a quote inside a cell", text: good + "D\"EU,share,% of GDP,1,2\n"},
		{input: "a quote that is not closed", text: good + "DEU,\"share,% of GDP,1,2\n"},
		{input: "a line break inside a cell", text: good + "\"DEU\n(Germany)\",share,% of GDP,1,2\n"},
		{input: "a control character in a name", text: good + "D\x07U,share,% of GDP,1,2\n"},
		{input: "Options.Separator `|`", text: good, options: read.Options{Separator: '|'}},
		{input: "Options.Decimal `;`", text: good, options: read.Options{Decimal: ';'}},
	}
}

// badLong are files in the library's own layout.
func badLong() []bad {
	const (
		head    = "# edition: x\n# money: EUR million\n"
		columns = "member,variable,unit,year,value,status\n"
		good    = "DEU,share,% of GDP,2024,2.12,observed\n"
	)
	return []bad{
		{input: "no edition", text: columns + good, kind: scenario.ErrMissing},
		{input: "a key that is not known", text: "# editon: x\n" + columns},
		{input: "a leading line without colon", text: "# edition x\n" + columns},
		{input: "an edition twice", text: "# edition: x\n# edition: y\n" + columns, kind: scenario.ErrDuplicate},
		{input: "a precision without unit", text: "# edition: x\n# precision: 0.01\n" + columns, kind: scenario.ErrUnit},
		{input: "a source with a German date", text: "# edition: x\n# source: NATO,title,28.08.2025\n" + columns},
		{input: "no column unit", text: head + "member,variable,year,value,status\n", kind: scenario.ErrMissing},
		{input: "a column that is not known", text: head + "member,variable,unit,year,value,status,note\n"},
		{input: "columns separated by tabs", text: head + "member\tvariable\tunit\tyear\tvalue\tstatus\n"},
		{input: "a line that is too short", text: head + columns + "DEU,share\n"},
		{input: "a decimal comma without quotes", text: head + columns + "DEU,share,% of GDP,2024,2,12,observed\n"},
		{input: "a decimal comma in quotes", text: head + columns + "DEU,share,% of GDP,2024,\"2,12\",observed\n"},
		{input: "a decimal point among semicolons", text: "# edition: x\nmember;variable;unit;year;value;status\nDEU;share;% of GDP;2024;2.12;observed\n"},
		{input: "the unit `percent`", text: head + columns + "DEU,share,percent,2024,2.12,observed\n", kind: scenario.ErrUnit},
		{input: "money in another unit", text: head + columns + "DEU,gdp,USD million,2024,2.12,observed\n", kind: scenario.ErrUnit},
		{input: "a variable that is not known", text: head + columns + "DEU,milex,% of GDP,2024,2.12,observed\n"},
		{input: "a year of two digits", text: head + columns + "DEU,share,% of GDP,24,2.12,observed\n"},
		{input: "no value", text: head + columns + "DEU,share,% of GDP,2024,,observed\n"},
		{input: "the value `NaN`", text: head + columns + "DEU,share,% of GDP,2024,NaN,observed\n"},
		{input: "a share of 212%", text: head + columns + "DEU,share,% of GDP,2024,212,observed\n", kind: scenario.ErrUnit},
		{input: "the status `e`", text: head + columns + "DEU,share,% of GDP,2024,2.12,e\n"},
		{input: "a figure twice", text: head + columns + good + good, kind: scenario.ErrDuplicate},
		{input: "years too far apart", text: head + columns + good + "DEU,share,% of GDP,1024,2.12,observed\n"},
	}
}
