package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

func TestTablesAndCharts(t *testing.T) {
	if raced {
		t.Skip("numbers and charts are the same without the race detector")
	}
	dir := filepath.Join(t.TempDir(), "new", "folder")
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-out", dir}, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"from the ends of 1995 to 2018", "from the end of 2019 on", "The single best guess", "Projected in March 2023, and happened", "*Bold*: the best of a column"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the tables do not say %q", want)
		}
	}
	for _, name := range []string{"calibration-1995-2018.png", "calibration-since-2019.png", "count-2024.png"} {
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

// The formats of a table: bold in Markdown, plain in CSV.
func TestFormats(t *testing.T) {
	x := table{title: "Title", header: []string{"model", "score"}, notes: []string{"**Bold**: best."}}
	x.add("hold, last", "**0.1**")
	for format, want := range map[string]string{
		"text":     "Title\n\nmodel       score\nhold, last  *0.1*\n\n*Bold*: best.\n",
		"markdown": "**Title**\n\n| model | score |\n|---|--:|\n| hold, last | **0.1** |\n\n**Bold**: best.\n",
		"csv":      "# Title\n# Bold: best.\nmodel,score\n\"hold, last\",0.1\n",
	} {
		var out bytes.Buffer
		if err := x.write(&out, format); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Errorf("%s: %s", format, diff)
		}
	}
}

func TestFlags(t *testing.T) {
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-table", "wales", "-format", "csv"}, &out); err != nil || !strings.Contains(out.String(), "nato-2026-07") {
		t.Errorf("error %v: %s", err, out.String())
	}
	out.Reset()
	if err := run(context.Background(), []string{"-help"}, &out); !errors.Is(err, flag.ErrHelp) || !strings.Contains(out.String(), "-table") {
		t.Errorf("error %v: %s", err, out.String())
	}
	for _, c := range []struct{ flag, value, want string }{
		{"-table", "century", "choose one of quote, variants, scores"},
		{"-format", "pdf", "choose one of text, csv, markdown"},
		{"-out", "", "name a folder"},
		{"-colour", "blue", "-colour"},
	} {
		out.Reset()
		if err := run(context.Background(), []string{c.flag, c.value}, &out); err == nil || !strings.Contains(err.Error(), c.want) || out.Len() > 0 {
			t.Errorf("%s %s: error %v", c.flag, c.value, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := run(ctx, []string{"-table", "scores"}, &out); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// The default cannot see its future: with other figures after 2008 all forecasts from
// 2005 and 2008, fits and all, are the same to the last bit, and only the outcomes and
// scores differ.
func TestNoLook(t *testing.T) {
	d := worldbank.MilitarySpending()
	var members []scenario.Member
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		changed := *m
		later := func(year int, v float64) float64 {
			if year > 2008 {
				return v * 1.3
			}
			return v
		}
		changed.Share, changed.GDP = m.Share.Map(later), m.GDP.Map(later)
		members = append(members, changed)
	}
	other, err := scenario.NewDataset(d.Edition, d.Money, members...)
	if err != nil {
		t.Fatal(err)
	}
	other.Precision, other.Sources, other.Notes = d.Precision, d.Sources, d.Notes
	forecasts := func(d *scenario.Dataset) (all []projection.Forecast, outcomes []scenario.Observation) {
		b, err := projection.RunBacktest(context.Background(), d, d, []int{2005, 2008}, nil, projection.BacktestOptions{
			Pledge: pledges(), Candidates: variants(calibrated, "whole years"), Draws: 200,
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range b.Forecasts {
			if f.Year > 2008 {
				outcomes = append(outcomes, f.Outcome)
				f.Outcome, f.CRPS, f.Reached = scenario.Observation{}, 0, false
				all = append(all, f)
			}
		}
		return all, outcomes
	}
	want, happened := forecasts(d)
	got, otherwise := forecasts(other)
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b float64) bool { return a == b || a != a && b != b })); diff != "" {
		t.Errorf("forecasts have seen their future: %s", diff)
	}
	if cmp.Equal(happened, otherwise) {
		t.Error("the outcomes were to differ")
	}
}

// The default backtests: one calibrated simulation and the four models that always
// compete, over the World Bank's figures from 24 origins and NATO's from 11.
func BenchmarkDefault(b *testing.B) {
	for range b.N {
		d := worldbank.MilitarySpending()
		_, err := projection.RunBacktest(context.Background(), d, d, longOrigins(), nil, projection.BacktestOptions{Pledge: pledges(), Candidates: variants(calibrated)})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := newEvidence(context.Background()).editions(); err != nil {
			b.Fatal(err)
		}
	}
}

// Everything that METHODS.md shows: all variants besides.
func BenchmarkMethods(b *testing.B) {
	for range b.N {
		e := newEvidence(context.Background())
		for _, name := range names() {
			if _, err := e.table(name); err != nil {
				b.Fatal(err)
			}
		}
	}
}
