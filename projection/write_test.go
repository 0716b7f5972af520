package projection_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// small is a table that is quick to write.
func small() projection.Tabular {
	return numbers{
		projection.About{Title: "A small table", Editions: []string{"an edition"}, Notes: []string{"a note"}},
		[]projection.Row{{Scenario: "s", Member: "AAA", Name: "Aland", Variable: "share", Unit: "% of GDP", Year: 2030, Stat: "projected", Value: 2.125}},
	}
}

// Each writer is the format of its name.
func TestWritersAreFormats(t *testing.T) {
	writers := map[string]func(io.Writer, ...projection.Tabular) error{
		"text": projection.WriteText, "csv": projection.WriteCSV, "markdown": projection.WriteMarkdown,
		"jsonl": projection.WriteJSONLines, "iamc": projection.WriteIAMC,
	}
	if len(projection.Formats()) != len(writers) {
		t.Errorf("formats %v", projection.Formats())
	}
	for _, format := range projection.Formats() {
		var b bytes.Buffer
		if err := writers[format](&b, small()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(written(t, format, small()), b.String()); diff != "" {
			t.Errorf("%s (-Write +writer):\n%s", format, diff)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := projection.Write(&bytes.Buffer{}, "xlsx"); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "choose one of [text csv markdown jsonl iamc]") {
		t.Errorf("format xlsx: %v", err)
	}
}

// The first line of JSON Lines says what holds for all numbers, with no list missing.
func TestJSONLinesBeginWithTheTable(t *testing.T) {
	want := `{"title":"A small table","editions":["an edition"],"assumptions":[],"notes":["a note"],"warnings":[],"version":"pledgesim 0.1.0-dev"}
{"scenario":"s","member":"AAA","name":"Aland","case":"","variable":"share","unit":"% of GDP","year":2030,"stat":"projected","edition":"","value":2.125,"stderr":null,"text":""}
`
	if diff := cmp.Diff(want, written(t, "jsonl", small())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The end of a name tells the format, in small or capital letters.
func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	for name, format := range map[string]string{
		"a.txt": "text", "a.csv": "csv", "a.md": "markdown", "a.jsonl": "jsonl", "a.iamc.csv": "iamc", "B.CSV": "csv", "B.IAMC.CSV": "iamc",
	} {
		if err := projection.WriteFile(filepath.Join(folder, name), small()); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(written(t, format, small()), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	checkFolder(t, folder, "B.CSV", "B.IAMC.CSV", "a.csv", "a.iamc.csv", "a.jsonl", "a.md", "a.txt")
}

// What cannot be written is an error that names the file, and leaves nothing.
func TestWriteFileRefuses(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		name, want string
		table      projection.Tabular
	}{
		{"a.xlsx", "invalid input: the end of the name does not tell the format: use .txt, .csv, .md, .jsonl, .iamc.csv", small()},
		{"a", "invalid input: the end of the name does not tell the format", small()},
		{"a.csv.gz", "invalid input: the end of the name does not tell the format", small()},
		{"a.csv", "table 1 is nil", nil},
		{"a.iamc.csv", "row has no scenario, member, variable or unit", numbers{rows: []projection.Row{{Value: 1}}}},
		{"missing/a.csv", "no such file or directory: nothing was written to it", small()},
	} {
		path := filepath.Join(folder, c.name)
		err := projection.WriteFile(path, c.table)
		if want := "write " + path + ": " + c.want; err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	checkFolder(t, folder)
}

// checkFolder fails if a folder has other files than those.
func checkFolder(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
