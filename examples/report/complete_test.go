package main

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// Without -base a projection starts from the last year in which nobody lacks a figure.
func TestLastComplete(t *testing.T) {
	d, err := scenario.NewDataset("mine", "EUR million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2020, 0.01, 0.01, 0.01), GDP: scenario.NewSeries(2020, 1, 1, 1)},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2020, 0.01, 0.01, 0.01), GDP: scenario.NewSeries(2020, 1, 1)},
		scenario.Member{Code: "CCC", Exempt: "has no forces"})
	if err != nil {
		t.Fatal(err)
	}
	for want, codes := range map[int][]string{2021: nil, 2022: {"AAA"}} {
		if got := lastComplete(d, codes); got != want {
			t.Errorf("%v: %d, want %d", codes, got, want)
		}
	}
}

// A member that keeps a year from being complete is named, with the years that it has.
func TestIncomplete(t *testing.T) {
	whole := scenario.NewSeries(2018, 1, 1, 1, 1, 1)
	member := func(code string, share scenario.Series) scenario.Member {
		return scenario.Member{Code: code, Share: share, GDP: whole}
	}
	ends, begins, gap := scenario.NewSeries(2018, 0.01, 0.01), scenario.NewSeries(2022, 0.01), scenario.NewSeries(2020, 0.01, math.NaN(), 0.01)
	for _, c := range []struct {
		members []scenario.Member
		want    string
	}{
		{[]scenario.Member{member("AAA", scenario.NewSeries(2020, 0.01, 0.01)), member("BBB", scenario.NewSeries(2021, 0.01)), member("CCC", ends), member("DDD", begins), member("EEE", gap)},
			"2 of 5 have both in 2022, but not AAA (up to 2021), BBB (up to 2021), CCC (up to 2019): name the others with -members, or complete the figures"},
		{[]scenario.Member{member("AAA", scenario.NewSeries(2021, 0.01)), member("BBB", scenario.NewSeries(2021, 0.01)), member("CCC", scenario.NewSeries(2021, 0.01)), member("DDD", begins), member("EEE", gap), member("FFF", ends), member("GGG", ends), member("HHH", scenario.Series{})},
			"3 of 8 have both in 2021, but not DDD (from 2022 on), EEE (a gap), FFF (up to 2019), GGG (up to 2019), 1 more: name the others with -members, or complete the figures"},
		{[]scenario.Member{member("AAA", scenario.Series{})}, "none has both in the same year: complete the figures"},
	} {
		d, err := scenario.NewDataset("mine", "EUR million", c.members...)
		if err != nil {
			t.Fatal(err)
		}
		if got := incomplete(d, nil); got != c.want || lastComplete(d, nil) != 0 {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}
