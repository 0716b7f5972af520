// Package exampletest runs the example programs as a user would, and checks what
// they print and write.
package exampletest

import (
	"bytes"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/cmpimg"
)

var update = flag.Bool("update", false, "rewrite the golden files of the examples")

// A Program is the body of an example.
type Program func(args []string, w io.Writer) error

// Charts are the files that each of the larger examples writes.
var charts = [...]string{"count.png", "paths.png", "ranking.png", "year-reached.png"}

// Table runs a program with its defaults and compares what it prints with
// testdata/table.txt, and its chart of years with the one in testdata.
func Table(t *testing.T, p Program) {
	t.Helper()
	dir := Printed(t, p)
	Files(t, dir, charts[:]...)
	got, err := os.ReadFile(filepath.Join(dir, "year-reached.png"))
	if err != nil {
		t.Fatal(err)
	}
	// Rounding differs between processors; what is drawn must not.
	if same, err := cmpimg.EqualApprox("png", got, golden(t, "year-reached.png", got), 0.02); err != nil || !same {
		t.Errorf("year-reached.png differs from testdata (%v); look at it, and if it is meant run with -update", err)
	}
}

// Files checks that a folder holds exactly these charts.
func Files(t *testing.T, dir string, charts ...string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	if diff := cmp.Diff(charts, names); diff != "" {
		t.Errorf("files written: %s", diff)
	}
	for _, name := range names {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		f.Close()
	}
}

// Printed runs a program with its defaults, compares what it prints with
// testdata/table.txt, and gives the folder that it was to write to.
func Printed(t *testing.T, p Program) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "new", "folder")
	var out bytes.Buffer
	if err := p([]string{"-out", dir}, &out); err != nil {
		t.Fatal(err)
	}
	if want := golden(t, "table.txt", out.Bytes()); !bytes.Equal(want, out.Bytes()) {
		t.Errorf("the table differs from testdata (-want +got); if it is meant, run with -update:\n%s", cmp.Diff(string(want), out.String()))
	}
	return dir
}

// PrintedWithFile is Printed for a program that also writes a file, in which a text
// stands so many times.
func PrintedWithFile(t *testing.T, p Program, name, text string, times int) {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(Printed(t, p), name))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(file), text); n != times {
		t.Errorf("%q stands %d times in %s, want %d", text, n, name, times)
	}
}

// golden reads a file of testdata, after writing it if -update is given.
func golden(t *testing.T, name string, got []byte) []byte {
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
	return want
}

// Flags runs a program with each flag given a right value and a wrong one.
func Flags(t *testing.T, p Program) {
	t.Helper()
	var out bytes.Buffer
	dir := t.TempDir()
	err := p([]string{"-members", "de,Poland,GBR", "-to", "2032", "-growth", "1.5", "-format", "csv", "-out", dir}, &out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"GDP grows 1.5% a year", "horizon 2032", ",DEU,", ",POL,", ",GBR,"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table does not say %q", want)
		}
	}
	if strings.Contains(out.String(), ",FRA,") {
		t.Error("a member that was not asked for is in the table")
	}

	// Another edition comes with the growth that was expected in its day.
	out.Reset()
	if err := p([]string{"-edition", "2024-06", "-members", "DEU", "-out", dir}, &out); err != nil || !strings.Contains(out.String(), "IMF WEO, April 2024") {
		t.Errorf("edition 2024-06 does not run on the growth vintage of April 2024: %v", err)
	}

	for _, c := range []struct{ flag, value, want string }{
		{"-edition", "1999-01", "nato-2026-07"}, // names the editions there are
		{"-edition", "2025-08", "shares of GDP only"},
		{"-members", "Germny", "DEU (Germany)"},
		{"-members", "Iceland", "no armed forces"},
		{"-members", "DEU,de", "Germany is named twice"},
		{"-to", "2001", "-to: 2001"},
		{"-to", "0", "-to: 0"},
		{"-to", "3000", "-to: 3000"},
		{"-out", "", "-out"},
		{"-to", "soon", "soon"},
		{"-growth", "fast", "neither a number of per cent nor an IMF vintage"},
		{"-growth", "NaN", "NaN% a year"},
		{"-growth", "150", "150% a year is not between"},
		{"-format", "pdf", "text, csv, markdown"},
		{"-colour", "blue", "-colour"},
	} {
		dir, out := filepath.Join(t.TempDir(), "out"), bytes.Buffer{}
		err := p([]string{"-out", dir, c.flag, c.value}, &out)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: error %v, want one about %q", c.flag, c.value, err, c.want)
		}
		if _, err := os.Stat(dir); err == nil || out.Len() > 0 {
			t.Errorf("%s %s: something was written all the same", c.flag, c.value)
		}
	}
}
