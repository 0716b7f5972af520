package plotting

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot"
)

func tickLabels(ticks []plot.Tick) string {
	var labels []string
	for _, t := range ticks {
		labels = append(labels, t.Label)
	}
	return strings.Join(labels, " ")
}

func TestYearTicks(t *testing.T) {
	for _, tc := range []struct {
		first, last, room int
		want              string
	}{
		{2022, 2026, 10, "2022 2023 2024 2025 2026"},
		{2022, 2026, 4, "2022 2024 2026"},
		{2014, 2040, 9, "2015 2020 2025 2030 2035 2040"},
		{2014, 2040, 4, "2020 2030 2040"},
		{1949, 2040, 10, "1950 1960 1970 1980 1990 2000 2010 2020 2030 2040"},
		{1949, 2040, 6, "1960 1980 2000 2020 2040"},
		{2021, 2021, 5, "2021"},
		{2021, 2024, 1, "2024"},
		{2021, 2024, 0, "2021 2022 2023 2024"}, // 8 labels
		{2014, 2040, 0, "2015 2020 2025 2030 2035 2040"},
		{2021, 2024, -3, "2024"},
	} {
		if got := tickLabels(YearTicks{Most: tc.room}.Ticks(float64(tc.first), float64(tc.last))); got != tc.want {
			t.Errorf("YearTicks(%d, %d, %d) = %s, want %s", tc.first, tc.last, tc.room, got, tc.want)
		}
	}
}

func TestPercentTicks(t *testing.T) {
	for _, tc := range []struct {
		from, top float64
		room      int
		want      string
	}{
		{0, 0.03, 6, "0% 1% 2% 3%"},
		{0, 0.025, 6, "0% 0.5% 1.0% 1.5% 2.0% 2.5%"},
		{0, 0.025, 5, "0% 1% 2% 3%"},
		{0, 0.0251, 6, "0% 1% 2% 3%"},
		{0, 0.25, 6, "0% 5% 10% 15% 20% 25%"},
		{0, 0.0004, 6, "0% 0.01% 0.02% 0.03% 0.04%"},
		{0, 0.025, 0, "0% 0.5% 1.0% 1.5% 2.0% 2.5%"}, // 6 labels
		{0, 0.025, -3, "0% 5%"},
		{0.012, 0.028, 6, "1.0% 1.5% 2.0% 2.5% 3.0%"},
		{-0.012, 0.028, 6, "−2% −1% 0% 1% 2% 3%"},
		{-0.012, 0.028, 2, "−5% 0% 5%"}, // 0 is marked, which takes three
		{-0.03, -0.01, 6, "−3.0% −2.5% −2.0% −1.5% −1.0%"},
		{0.02, 0.02, 6, "2.0% 2.2% 2.4% 2.6% 2.8% 3.0%"},
		{0, 0, 6, "0% 0.2% 0.4% 0.6% 0.8% 1.0%"},
	} {
		if got := tickLabels(PercentTicks{Most: tc.room, Beyond: true}.Ticks(tc.from, tc.top)); got != tc.want {
			t.Errorf("PercentTicks(%v, %v, %d) = %s, want %s", tc.from, tc.top, tc.room, got, tc.want)
		}
	}
}

// Without Beyond no tick lies outside the axis, and there is at least one.
func TestPercentTicksInside(t *testing.T) {
	for _, tc := range []struct {
		from, to float64
		room     int
		want     string
	}{
		{0, 0.03, 6, "0% 1% 2% 3%"},
		{0, 0.0251, 6, "0% 1% 2%"},
		{0.012, 0.028, 6, "1.5% 2.0% 2.5%"},
		{-0.012, 0.028, 2, "0%"},
		{0.012, 0.028, 2, "2%"}, // steps of 5% would have none
		{0.001, 1, 6, "20% 40% 60% 80% 100%"},
	} {
		if got := tickLabels(PercentTicks{Most: tc.room}.Ticks(tc.from, tc.to)); got != tc.want {
			t.Errorf("PercentTicks(%v, %v, %d) = %s, want %s", tc.from, tc.to, tc.room, got, tc.want)
		}
	}
}

func TestCountTicks(t *testing.T) {
	for _, tc := range []struct {
		total, room int
		want        string
	}{
		{29, 8, "0 5 10 15 20 25 29"},
		{31, 8, "0 5 10 15 20 25 31"},
		{32, 5, "0 10 20 32"},
		{5, 8, "0 1 2 3 4 5"},
		{1, 8, "0 1"},
		{0, 8, "0"},
	} {
		if got := tickLabels(countTicks{most: tc.room}.Ticks(0, float64(tc.total))); got != tc.want {
			t.Errorf("countTicks(%d, %d) = %s, want %s", tc.total, tc.room, got, tc.want)
		}
	}
}

// No axis is too odd: a ticker is asked for whatever the data of a plot give.
func TestTicksOfOddAxes(t *testing.T) {
	inf := math.Inf(1)
	for _, axis := range [][2]float64{{inf, -inf}, {-inf, inf}, {math.NaN(), 1}, {0, math.NaN()}, {2, 1}, {-1e300, 1e300}} {
		for _, ticker := range []plot.Ticker{YearTicks{}, PercentTicks{}} {
			if ticks := ticker.Ticks(axis[0], axis[1]); len(ticks) > 0 {
				t.Errorf("%T of %v gives %v", ticker, axis, ticks)
			}
		}
	}
	for _, axis := range [][2]float64{{1e8, 1e8 + 1e-6}, {0, 1e-300}, {-1e9, 1e9}, {2020.2, 2020.4}} {
		for _, ticker := range []plot.Ticker{YearTicks{}, PercentTicks{}} {
			if n := len(ticker.Ticks(axis[0], axis[1])); n < 1 || n > 8 {
				t.Errorf("%T of %v gives %d ticks", ticker, axis, n)
			}
		}
	}
}

// An axis that grows to its ticks has the same ones afterwards.
func TestPercentTicksStay(t *testing.T) {
	for _, axis := range [][2]float64{{0, 0.0237}, {-0.0011, 0.0237}, {0.0101, 0.0489}} {
		once := PercentTicks{Beyond: true}.Ticks(axis[0], axis[1])
		again := PercentTicks{Beyond: true}.Ticks(once[0].Value, once[len(once)-1].Value)
		if diff := cmp.Diff(once, again); diff != "" {
			t.Errorf("%v (-once +again):\n%s", axis, diff)
		}
	}
}
