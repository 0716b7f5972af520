package projection_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, run with -update:\n%s", path, diff)
	}
}

// tables gives one of each kind of table, on two scenarios that are met, missed
// and lost again.
func tables(t *testing.T) map[string][]projection.Tabular {
	t.Helper()
	trend := scenario.Scenario{
		Name: "2.2%, at this pace", Pledge: scenario.Target{Share: 2.2 * scenario.Percent},
		Growth: scenario.Constant(0.02), Note: "An illustration: | and * and _ are harmless.",
	}
	ramp := trend
	ramp.Name, ramp.Pledge, ramp.Response = "2.5% by 2030", scenario.Target{Share: 2.5 * scenario.Percent, By: 2030}, scenario.Ramp{}
	a, b := run(t, twoMembers(), trend, projection.Options{To: 2032}), run(t, twoMembers(), ramp, projection.Options{To: 2032})
	compared, err := projection.Compare(a, b)
	if err != nil {
		t.Fatal(err)
	}
	pace, err := projection.Pace(b)
	if err != nil {
		t.Fatal(err)
	}
	outcome, err := projection.Outcome(twoMembers(), 1.5*scenario.Percent)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]projection.Tabular{
		"years":       {compared, outcome},
		"differences": {compared.Differences()},
		"pace":        {pace},
		"costs":       {cost(t, b, projection.FrozenShare()), cost(t, b, projection.FrozenMoney())},
		"paths":       {run(t, twoMembers(), ramp, projection.Options{To: 2024, Members: []string{"AAA"}})},
	}
}

func TestTablesAreAsPrinted(t *testing.T) {
	for name, ts := range tables(t) {
		for _, format := range projection.Formats() {
			var b bytes.Buffer
			if err := projection.Write(&b, format, ts...); err != nil {
				t.Fatal(err)
			}
			golden(t, name+"."+format, b.Bytes())
		}
	}
}

func TestTextFitsATerminal(t *testing.T) {
	for name, ts := range tables(t) {
		var b bytes.Buffer
		if err := projection.WriteText(&b, ts...); err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(b.String(), "\n") {
			if n := utf8.RuneCountInString(line); n > 80 {
				t.Errorf("%s: line %d has %d characters: %s", name, i+1, n, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("%s: line %d ends in a space", name, i+1)
			}
		}
	}
}

func TestCSVIsReadBack(t *testing.T) {
	for name, ts := range tables(t) {
		var b bytes.Buffer
		if err := projection.WriteCSV(&b, ts...); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(&b)
		r.Comment = '#'
		records, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows := 1 // header
		for _, table := range ts {
			for range table.Rows() {
				rows++
			}
		}
		if len(records) != rows {
			t.Errorf("%s: %d records, want %d", name, len(records), rows)
		}
	}
}

func TestEveryTableNamesEditionAndAssumptions(t *testing.T) {
	for name, ts := range tables(t) {
		for _, format := range projection.Formats() {
			var b bytes.Buffer
			if err := projection.Write(&b, format, ts...); err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"illustration", "base year 2022", "GDP grows 2% a year"} {
				if !strings.Contains(b.String(), want) {
					t.Errorf("%s as %s does not say %q", name, format, want)
				}
			}
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := projection.Write(&bytes.Buffer{}, "xlsx"); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "markdown") {
		t.Errorf("format xlsx: %v", err)
	}
}

// full is a writer whose disk is full after some bytes.
type full int

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestWritersPassErrorsOn(t *testing.T) {
	for name, ts := range tables(t) {
		for _, format := range projection.Formats() {
			room := full(100)
			if err := projection.Write(&room, format, ts...); err == nil {
				t.Errorf("%s as %s: a full disk was not noticed", name, format)
			}
		}
	}
}
