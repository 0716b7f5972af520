package read_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// A reader is one of those of this package.
type reader func(io.Reader, read.Options) (*read.Sheet, error)

// sample reads a file of testdata.
func sample(t *testing.T, name string, r reader, o read.Options) *read.Sheet {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := r(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// text reads a file that is written out in a test.
func text(t *testing.T, r reader, o read.Options, lines ...string) *read.Sheet {
	t.Helper()
	s, err := r(strings.NewReader(strings.Join(lines, "\n")), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// lines gives the series of a sheet in words.
func lines(s *read.Sheet) []string {
	var all []string
	for _, x := range s.Series {
		unit := x.Unit
		if x.Scale != "" {
			unit += ", " + x.Scale
		}
		all = append(all, fmt.Sprintf("%d %s|%s|%s|%s: %v", x.Line, x.Code, x.Name, x.Variable, unit, x.Values))
	}
	return all
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// messages gives the texts of errors.
func messages(errs []error) []string {
	var all []string
	for _, err := range errs {
		all = append(all, err.Error())
	}
	return all
}

// sane fails if a sheet has what no file should make of it, or if a data set or growth
// path of it does harm.
func sane(t *testing.T, s *read.Sheet, err error) {
	t.Helper()
	if err != nil {
		var fe *scenario.FieldError
		if !errors.As(err, &fe) || fe.Problem == "" || strings.Count(err.Error(), "\n") >= 10 {
			t.Errorf("%v", err)
		}
		return
	}
	for _, x := range s.Series {
		if x.Code == "" && x.Name == "" || x.Variable == "" || x.Unit == "" || x.Values.Empty() || x.Values.Last()-x.Values.First() >= scenario.MaxYears {
			t.Errorf("%+v", x)
		}
		for year, v := range x.Values.All() {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("%s, %s, %d: %v", x.Code, x.Name, year, v)
			}
		}
	}
	for _, v := range s.Variables() {
		for _, c := range []read.Columns{{Share: v}, {GDP: v}, {Spending: v, Money: "money"}, {Share: v, GDP: v, Spending: v}} {
			if d, err := s.Dataset("fuzzed", c, read.Members{}); (d == nil) == (err == nil) {
				t.Errorf("data set %v, error %v", d, err)
			}
		}
		if table, err := s.Growth(v, read.Members{}); (table.Rates == nil) == (err == nil) {
			t.Errorf("growth %v, error %v", table, err)
		}
	}
}

// fuzz reads arbitrary bytes, first those of samples and of texts in forms that they lack.
func fuzz(f *testing.F, r reader, samples []string, texts ...string) {
	for _, text := range texts {
		f.Add([]byte(text), "", "")
		f.Add([]byte(text), "% of GDP", "share")
	}
	for _, name := range samples {
		raw, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw, "", "")
		f.Add(raw, "% of GDP", "share")
	}
	f.Fuzz(func(t *testing.T, raw []byte, unit, variable string) {
		s, err := r(strings.NewReader(string(raw)), read.Options{Unit: unit, Variable: variable})
		sane(t, s, err)
	})
}
