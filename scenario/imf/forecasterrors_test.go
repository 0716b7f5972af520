package imf_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
)

// Germany, NGDP_RPCH in per cent in IMF, World Economic Outlook: outcome less
// forecast.
func TestForecastErrors(t *testing.T) {
	mean := 100 * (math.Pow(1.02157*1.02456*1.01452, 1.0/3) - 1) // of 2016 to 2018 in the vintage 2019-04
	tests := []struct {
		ahead, until, year int
		vintage            string
		want               float64
	}{
		{1, 2020, 2020, "imf-2021-10", -4.560 - 1.247}, // forecast of 2019-10
		{1, 2022, 2020, "imf-2023-10", -3.829 - 1.247}, // the outcome was revised
		{2, 2022, 2021, "imf-2023-10", 3.169 - 1.439},  // forecast of 2019-10
		{1, 2022, 2022, "imf-2023-10", 1.804 - 4.560},  // forecast of 2021-10
		{1, 2019, 2019, "imf-2020-10", 0.555 - mean},   // no vintage was out at the end of 2018
		{2, 2020, 2020, "imf-2021-10", -4.560 - mean},
	}
	for _, tt := range tests {
		errs, err := imf.RealTime{Years: 3}.ForecastErrors("DEU", tt.ahead, tt.until)
		check(t, err)
		got, _ := errs.Observe(tt.year)
		if math.Abs(scenario.ToPercent(got.Value)-tt.want) > 1e-9 || got.Edition != tt.vintage {
			t.Errorf("%d, %d ahead, until %d: %+v, want %v%%", tt.year, tt.ahead, tt.until, got, tt.want)
		}
	}
}

// Which years there are: outcomes to the year asked for that the vintage of the
// year after does not mark as estimates, and for which there is a rate.
func TestForecastErrorYears(t *testing.T) {
	tests := []struct {
		member       string
		ahead, until int
		first, last  int
	}{
		{"DEU", 1, 2010, 1991, 2010},  // the first growth is that of 1990
		{"DEU", 10, 2010, 2000, 2010}, // a mean of 1990 for the year 2000
		{"DEU", 12, 2010, 2002, 2010}, // and of 1990 for 2002
		{"CZE", 1, 2017, 1997, 2017},  // the first growth is that of 1996
		{"CZE", 5, 2017, 2001, 2017},  // the first growth is that of 1996
		{"CZE", 1, 2020, 1997, 2019},  // 2020 is an estimate in the vintage 2021-10
		{"MNE", 1, 2018, 2002, 2018},  // the first growth is that of 2001
		{"DEU", 1, 2050, 1991, 2024},  // 2025 is an estimate in the vintage 2026-04
	}
	for _, tt := range tests {
		errs, err := imf.RealTime{}.ForecastErrors(tt.member, tt.ahead, tt.until)
		check(t, err)
		if errs.First() != tt.first || errs.Last() != tt.last {
			t.Errorf("%s, %d ahead, until %d: %d to %d, want %d to %d", tt.member, tt.ahead, tt.until, errs.First(), errs.Last(), tt.first, tt.last)
		}
		for o := range errs.Observations() {
			if o.Status != scenario.Observed {
				t.Errorf("%+v", o)
			}
		}
	}
}

// The outcomes of a year come from no vintage later than the year after.
func TestForecastErrorsDoNotLeak(t *testing.T) {
	for until := 2000; until <= 2026; until++ {
		var want string
		errs, err := imf.RealTime{}.ForecastErrors("POL", 1, until)
		check(t, err)
		for o := range errs.Observations() {
			if o.Year < 2000 {
				want = "2019-04" // the only vintage with years before 2000
			} else if want, err = imf.Newest(until + 1); err != nil {
				want = "2019-04"
			}
			if o.Year > until || o.Edition != "imf-"+want {
				t.Errorf("until %d: %+v", until, o)
			}
		}
	}
}

func TestForecastErrorsWrongUse(t *testing.T) {
	tests := []struct {
		path         imf.RealTime
		member       string
		ahead, until int
		kind         error
		text         string
	}{
		{imf.RealTime{}, "XXX", 1, 2020, scenario.ErrUnknownMember, `"XXX" in IMF WEO 2021-10`},
		{imf.RealTime{}, "DEU", 0, 2020, scenario.ErrInvalid, "ahead = 0 is not a number of years from 1 to 200"},
		{imf.RealTime{}, "DEU", 201, 2020, scenario.ErrInvalid, "ahead = 201"},
		{imf.RealTime{Years: -1}, "DEU", 1, 2020, scenario.ErrInvalid, "Years = -1"},
		{imf.RealTime{}, "DEU", 1, 1990, scenario.ErrMissing, "has no year to 1990"},
		{imf.RealTime{}, "MNE", 1, 2001, scenario.ErrMissing, "has no year to 2001"},
	}
	for _, tt := range tests {
		_, err := tt.path.ForecastErrors(tt.member, tt.ahead, tt.until)
		if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.text) {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}
