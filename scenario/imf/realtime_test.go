package imf_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// central gives rates for a member of which nothing but the code is known.
func central(t *testing.T, path scenario.GrowthPath, code string, first, years int) []float64 {
	t.Helper()
	rates := make([]float64, years)
	check(t, path.Central(rates, &scenario.Member{Code: code}, first))
	return rates
}

// The IMF publishes in April and October, so that the newest vintage at the end
// of a year is that of October, as far as it is here.
func TestNewest(t *testing.T) {
	for year, want := range map[int]string{
		2019: "2019-10", 2020: "2020-10", 2021: "2021-10", 2022: "2022-10", 2023: "2023-10", 2024: "2024-10", 2025: "2025-10",
		2026: "2026-04", 2027: "2026-04", 12345: "2026-04",
	} {
		if got, err := imf.Newest(year); got != want || err != nil {
			t.Errorf("%d: %q, %v, want %s", year, got, err, want)
		}
	}
	for _, year := range []int{2018, 1995, 0, -1} {
		if got, err := imf.Newest(year); !errors.Is(err, scenario.ErrMissing) {
			t.Errorf("%d: %q, %v", year, got, err)
		}
	}
}

// A projection from a year on sees the forecast of the year before, and no later
// one: rates are those of that vintage, the last one held.
func TestRealTimeDoesNotLeak(t *testing.T) {
	for first, vintage := range map[int]string{
		2020: "2019-10", 2021: "2020-10", 2022: "2021-10", 2023: "2022-10", 2024: "2023-10", 2025: "2024-10", 2026: "2025-10", 2027: "2026-04", 2030: "2026-04",
	} {
		for _, code := range nato.All() {
			want := central(t, table(t, imf.Real, vintage), code, first, 15)
			if diff := cmp.Diff(want, central(t, imf.RealTime{}, code, first, 15)); diff != "" {
				t.Errorf("%s from %d: %s", code, first, diff)
			}
		}
	}
}

// Germany's growth in IMF, World Economic Outlook, October 2019 and 2022,
// NGDP_RPCH, in per cent.
func TestRealTime(t *testing.T) {
	for first, want := range map[int][]float64{
		2020: {1.247, 1.439, 1.336},
		2023: {-0.294, 1.503, 2.160},
	} {
		for i, rate := range central(t, imf.RealTime{}, "DEU", first, 3) {
			if rate != scenario.FromPercent(want[i]) {
				t.Errorf("%d: %v, want %v%%", first+i, rate, want[i])
			}
		}
	}
}

// Before the first vintage it is the mean of the years before the projection:
// rates in per cent of IMF, World Economic Outlook, April 2019, NGDP_RPCH.
func TestRealTimeBeforeTheFirstVintage(t *testing.T) {
	tests := []struct {
		years int
		code  string
		first int
		rates []float64
	}{
		{3, "DEU", 2019, []float64{2.157, 2.456, 1.452}},
		{1, "DEU", 2010, []float64{-5.560}},
		{0, "DEU", 2000, []float64{5.723, 5.011, 1.510, -0.984, 2.532, 1.809, 0.863, 1.907, 1.769, 1.840}},
		{10, "CZE", 1998, []float64{4.525, -0.595}}, // from 1996 on
		{10, "MNE", 2002, []float64{1.100}},         // from 2001 on
	}
	for _, tt := range tests {
		product := 1.0
		for _, rate := range tt.rates {
			product *= 1 + rate/100
		}
		want := math.Pow(product, 1/float64(len(tt.rates))) - 1
		for i, rate := range central(t, imf.RealTime{Years: tt.years}, tt.code, tt.first, 2) {
			if math.Abs(rate-want) > 1e-12 {
				t.Errorf("%s in %d: %v, want %v", tt.code, tt.first+i, rate, want)
			}
		}
	}
}

// The mean is that of scenario.Historic on GDP that grew so.
func TestRealTimeIsLikeHistoric(t *testing.T) {
	rates := table(t, imf.Real, "2019-04").Rates["ITA"]
	level, levels := 100.0, []float64{100} // from 1999 on
	for _, rate := range rates.Until(2018).All() {
		level *= 1 + rate
		levels = append(levels, level)
	}
	m := &scenario.Member{Code: "ITA", GDP: scenario.NewSeries(1999, levels...)}
	for first := 2011; first <= 2019; first++ {
		want := make([]float64, 1)
		check(t, scenario.Historic{}.Central(want, m, first))
		if got := central(t, imf.RealTime{}, "ITA", first, 1); math.Abs(got[0]-want[0]) > 1e-12 {
			t.Errorf("from %d: %v, want %v", first, got, want)
		}
	}
}

func TestRealTimeMissing(t *testing.T) {
	for _, tt := range []struct {
		code  string
		first int
		text  string
	}{
		{"XXX", 2023, "XXX: Growth has no rates in IMF WEO, October 2022"},
		{"XXX", 2015, "XXX: Growth has no rates from 2005 to 2014 in IMF WEO, April 2019"},
		{"CZE", 1996, "CZE: Growth has no rates from 1986 to 1995 in IMF WEO, April 2019"},
		{"DEU", 1990, "no vintage was out at the end of 1989"},
	} {
		err := imf.RealTime{}.Central(make([]float64, 1), &scenario.Member{Code: tt.code}, tt.first)
		if !errors.Is(err, scenario.ErrMissing) || !strings.Contains(err.Error(), tt.text) {
			t.Errorf("%s from %d: %v", tt.code, tt.first, err)
		}
	}
}

func TestRealTimeWarns(t *testing.T) {
	tests := []struct {
		code     string
		base, to int
		want     []string
	}{
		{"DEU", 2022, 2027, []string{"growth is as in IMF WEO, October 2022, the newest vintage at the end of 2022"}},
		{"DEU", 2022, 2035, []string{
			"growth is as in IMF WEO, October 2022, the newest vintage at the end of 2022",
			"IMF WEO, October 2022 ends in 2027: the last rate is held to 2035",
		}},
		{"DEU", 2018, 2024, []string{"growth is held at the mean of 2009 to 2018 in IMF WEO, April 2019: no vintage was out at the end of 2018"}},
		{"CZE", 2000, 2024, []string{
			"growth is held at the mean of 1991 to 2000 in IMF WEO, April 2019: no vintage was out at the end of 2000",
			"CZE: the mean of growth is over 5 of 10 years",
		}},
	}
	for _, tt := range tests {
		var got []string
		for _, w := range scenario.Warnings(imf.RealTime{}, &scenario.Member{Code: tt.code}, tt.base, tt.to) {
			got = append(got, w.Error())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s from %d: %s", tt.code, tt.base, diff)
		}
	}
}

// One source for all vintages; in words it is told which.
func TestRealTimeInWords(t *testing.T) {
	origins := scenario.Origins(imf.RealTime{})
	if len(origins) != 1 || origins[0].Publisher != "IMF" || origins[0].Title != "World Economic Outlook database, the newest of April 2019 to April 2026 that was out" || origins[0].SHA256 != "" || !origins[0].Date.IsZero() {
		t.Errorf("%+v", origins)
	}
	for years, want := range map[int]string{
		0: "GDP grows as the IMF forecast at the time, before April 2019 at each member's mean rate of the last 10 years",
		1: "GDP grows as the IMF forecast at the time, before April 2019 at each member's mean rate of the last year",
	} {
		if got := (imf.RealTime{Years: years}).String(); got != want {
			t.Error(got)
		}
	}
}

// It has no luck of its own, and takes that of a path around it.
func TestRealTimeInAScenario(t *testing.T) {
	s := scenario.Scenario{Name: "at the time", Growth: imf.RealTime{}, Response: scenario.Hold{}}
	check(t, s.Validate())
	if scenario.Lucky(s) {
		t.Error("it is taken for random")
	}
	if _, err := scenario.Random(s.Growth); !errors.Is(err, scenario.ErrNotRandom) {
		t.Error(err)
	}
	s.Growth = scenario.AR1{Around: imf.RealTime{}}
	check(t, s.Validate())
	sample, err := scenario.Sample(s.Growth, &scenario.Member{Code: "DEU"}, 2023, 3, scenario.NewStreams(1, 0, false).Of("DEU"))
	check(t, err)
	for k, want := range central(t, imf.RealTime{}, "DEU", 2023, 3) {
		rates := make([]float64, scenario.BlockDraws)
		sample(rates, k)
		if rates[0] != want {
			t.Errorf("%d: %v, want %v", 2023+k, rates[0], want)
		}
	}
	for _, years := range []int{-1, 201} {
		s.Growth = imf.RealTime{Years: years}
		if err := s.Validate(); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "is not a number of years from 0 to 200") {
			t.Errorf("%d years: %v", years, err)
		}
	}
}
