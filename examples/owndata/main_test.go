package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/examples/internal/exampletest"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The tables are as in testdata, and each pledge has its charts.
func TestTablesAndCharts(t *testing.T) {
	exampletest.Files(t, exampletest.Printed(t, run),
		"oda-paths.png", "oda-ranking.png", "oda-year-reached.png", "rd-paths.png", "rd-ranking.png", "rd-year-reached.png")
}

// What is printed has the words of the files, and none of NATO's.
func TestWords(t *testing.T) {
	var out bytes.Buffer
	for _, format := range projection.Formats() {
		out.Reset()
		if err := run([]string{"-out", t.TempDir(), "-format", format}, &out); err != nil {
			t.Fatal(err)
		}
		if text := strings.ToLower(out.String()); strings.Contains(text, "defence") || strings.Contains(text, "nato") {
			t.Errorf("as %s it speaks of NATO:\n%s", format, out.String())
		}
	}
	titles := map[string]string{
		"oda": "At least 5 of 7 members reach 0.7% of GNI by 2030\nFirst year with official development assistance at 0.7% of GNI, by member",
		"rd":  "At least 3 of 10 members reach 3% of GDP by 2010\nFirst year with research and development spending at 3% of GDP, by member",
	}
	charts := map[string]command.Chart{}
	for _, s := range studies() {
		if _, err := s.run(charts); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range titles {
		f, err := charts[name+"-year-reached.png"]()
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Title + "\n" + f.Subtitle; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The files say where figures and pledges were read, and are written as they are read.
func TestFiles(t *testing.T) {
	for name, file := range map[string][]byte{"oda": oda, "rd": rd} {
		d, err := scenario.ReadCSV(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := d.WriteCSV(&again); err != nil {
			t.Fatal(err)
		}
		same, err := scenario.ReadCSV(&again)
		if err != nil || same.Quantity != d.Quantity || same.ShareUnit() != d.ShareUnit() || len(same.Codes()) != len(d.Codes()) {
			t.Errorf("%s: read back as %+v, %v", name, same, err)
		}
		if len(d.Sources) < 2 || !strings.Contains(strings.Join(d.Notes, " "), "The pledge: ") {
			t.Errorf("%s has %d sources and notes %q", name, len(d.Sources), d.Notes)
		}
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-format", "pdf"}, "-format: unknown format"},
		{[]string{"-out", ""}, "-out: name a folder"},
		{[]string{"DEU"}, `unexpected argument "DEU"`},
		{[]string{"-edition", "2026-07"}, "-edition"},
	} {
		var out bytes.Buffer
		if err := run(c.args, &out); err == nil || !strings.Contains(err.Error(), c.want) || out.Len() > 0 {
			t.Errorf("%q: error %v, want %q; %d bytes were written", c.args, err, c.want, out.Len())
		}
	}
	var help bytes.Buffer
	if err := run([]string{"-help"}, &help); err == nil || !strings.Contains(help.String(), "-format") {
		t.Errorf("help: %v\n%s", err, help.String())
	}
}
