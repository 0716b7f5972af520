package scenario_test

import (
	"fmt"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// record has growth of 10%, 21% and 30% in 2022 to 2024, 5 years of GDP and a break.
var record = &scenario.Member{Code: "DEU", GDP: scenario.NewSeries(2020, 1000, 2000, 2200, 2662, 3460.6),
	Breaks: []scenario.Break{{Year: 2021, Why: "another denominator"}}}

// Every year of the window is equally likely, the years of a block follow each
// other, and all members draw the same.
func TestBootstrapDrawsBlocksOfYears(t *testing.T) {
	other := economy(2020, 100, 101, 103, 106, 110)
	other.Code = "FRA"
	growth := func(m *scenario.Member, year int) float64 {
		now, _ := m.GDP.At(year)
		before, _ := m.GDP.At(year - 1)
		return now/before - 1
	}
	for _, block := range []int{1, 2, 3} {
		b := scenario.Bootstrap{Years: 3, Block: block}
		deu, fra := paths(t, b, record, 6, 20, false), paths(t, b, other, 6, 20, false)
		years := map[float64]int{growth(record, 2022): 2022, growth(record, 2023): 2023, growth(record, 2024): 2024}
		n := len(deu[0])
		for k := range deu {
			count := map[int]float64{}
			for i, g := range deu[k] {
				year, known := years[g]
				if !known || fra[k][i] != growth(other, year) {
					t.Fatalf("block %d: %v and %v in draw %d of year %d", block, g, fra[k][i], i, k)
				}
				count[year]++
				if next := years[deu[max(0, k-1)][i]] + 1; k%block != 0 && year != next && !(year == 2022 && next == 2025) {
					t.Fatalf("block %d: %d after %d", block, year, next-1)
				}
			}
			for _, c := range count { // the standard error of a third of 20,480 is 67
				within(t, "draws of a year", c, float64(n)/3, 67)
			}
		}
	}
}

func TestBootstrapAroundAPath(t *testing.T) {
	raw := scenario.Bootstrap{Years: 3}
	around := scenario.Bootstrap{Years: 3, Around: scenario.Constant(0.01)}
	mean := (0.1 + 0.21 + 0.3) / 3 // by the figures of record
	equal(t, rates(t, raw, record, 2), []float64{mean, mean}, near)
	equal(t, rates(t, around, record, 2), []float64{0.01, 0.01})
	a, b := paths(t, raw, record, 3, 1, true), paths(t, around, record, 3, 1, true)
	for k := range a {
		for i := range a[k] {
			a[k][i] += 0.01 - mean
		}
		equal(t, b[k], a[k], near)
	}
	// Around a random path both are random, and independent.
	both := scenario.Bootstrap{Years: 3, Around: randomly}
	x, shocks, years := paths(t, both, record, 2, 20, false), paths(t, randomly, record, 2, 20, false), paths(t, scenario.Bootstrap{Years: 3, Around: scenario.Constant(0)}, record, 2, 20, false)
	for i, v := range x[1] {
		equal(t, v, shocks[1][i]+years[1][i], near)
	}
	within(t, "correlation", stat.Correlation(shocks[1], years[1], nil), 0, 1/143.) // the root of 20,480
}

// Years without growth have the mean of the others, whoever else is in the run.
func TestBootstrapMissingYears(t *testing.T) {
	b := scenario.Bootstrap{Years: 5}
	mean := rates(t, b, record, 1)[0]
	equal(t, mean, (0.1+0.21+0.3)/3, near)
	full := economy(2019, 1, 2, 4, 8, 16, 32)
	missing := 0
	for _, v := range paths(t, b, record, 1, 1, false)[0] {
		if v == mean {
			missing++
		}
	}
	if missing < 350 || missing > 470 { // two fifths of 1,024 draws, four standard errors
		t.Errorf("%d draws have the mean", missing)
	}
	equal(t, messages(scenario.Warnings(b, record, base, 2040)), []string{"DEU: no comparable growth in 2 of the 5 years to 2024: its mean stands in where one of them is drawn"})
	equal(t, messages(scenario.Warnings(b, full, base, 2040)), []string(nil))

	short := scenario.Bootstrap{Years: 2, Around: scenario.Constant(0.01)}
	old := economy(2019, 1, 2, 4)
	for _, err := range []error{short.Central(make([]float64, 1), old, base+1), samplerError(short, old)} {
		equal(t, texts(err), []string{"DEU: GDP has no growth in 2023-2024 to draw from"})
	}
}

func samplerError(g scenario.RandomGrowth, m *scenario.Member) error {
	_, err := g.Sampler(m, base+1, 3, scenario.NewStreams(1, 0, false).Of(m.Code))
	return err
}

// A record of growth stands in for GDP; figures after the base year never count.
func TestBootstrapRecord(t *testing.T) {
	source := scenario.Source{Publisher: "IMF"}
	weo := scenario.Table{Name: "WEO", Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2022, 0.01, 0.03, 0.05, 9, 9)}, Sources: []scenario.Source{source}}
	b := scenario.Bootstrap{Years: 3, Record: weo}
	equal(t, rates(t, b, record, 1), []float64{0.03}, near)
	drawn := paths(t, b, record, 1, 1, false)[0]
	slices.Sort(drawn)
	equal(t, slices.Compact(drawn), []float64{0.01, 0.03, 0.05})
	equal(t, scenario.Origins(b), []scenario.Source{source})
	m := *record
	m.Code = "FRA"
	equal(t, texts(samplerError(b, &m)), []string{"FRA: Growth.Record has no growth in 2022-2024 to draw from"})
}

func TestBootstrapInWords(t *testing.T) {
	weo := scenario.Table{Name: "IMF WEO, April 2026", Rates: map[string]scenario.Series{"DEU": {}}}
	for want, b := range map[string]scenario.Bootstrap{
		"GDP grows as in years drawn from the last 10, 2 in a row, the same for all members":                                                    {},
		"GDP grows 1% a year, with the deviations of years drawn from the last 20 of IMF WEO, April 2026, one by one, the same for all members": {Around: scenario.Constant(0.01), Years: 20, Block: 1, Record: weo},
	} {
		equal(t, b.String(), want)
	}
}

func TestBootstrapFaults(t *testing.T) {
	const s = `scenario "test": Growth`
	c := scenario.Constant(0)
	for _, test := range []struct {
		path scenario.Bootstrap
		want []string
	}{
		{scenario.Bootstrap{}, nil},
		{scenario.Bootstrap{Years: 1}, nil},
		{scenario.Bootstrap{Years: 5, Block: 5, Around: randomly}, nil},
		{scenario.Bootstrap{Years: -1}, []string{s + ".Years = -1 is not a number of years from 0 to 200"}},
		{scenario.Bootstrap{Block: 11}, []string{s + ".Block = 11 is not a number of years within the window, which has 10"}},
		{scenario.Bootstrap{Block: -1}, []string{s + ".Block = -1 is not a number of years within the window, which has 10"}},
		{scenario.Bootstrap{Around: scenario.Constant(2), Record: scenario.Table{Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2020, 3)}}}, []string{
			s + ".Around = 2 is not a yearly rate in (-0.5, 0.5) (did you mean 2*scenario.Percent?)",
			s + ".Record.Rates[DEU][2020] = 3 is not a yearly rate in (-0.5, 1] (did you mean 3*scenario.Percent?)",
		}},
		{scenario.Bootstrap{Around: scenario.AR1{Around: scenario.Bootstrap{Around: c}}}, []string{
			s + ".Around holds another Bootstrap, which would draw the same numbers a second time: give one of them",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Growth = test.path }), test.want)
	}
	// A fault that nobody looked for gives figures or an error, no panic.
	if err := samplerError(scenario.Bootstrap{Years: -7, Block: -7}, record); err != nil {
		t.Error(err)
	}
}

// Every projected year repeats a past one: here the crisis of 2020 comes back, and
// with it the year that followed.
func ExampleBootstrap() {
	m := &scenario.Member{Code: "DEU", GDP: scenario.NewSeries(2019, 1000, 950, 988, 1007.76, 1017.8376, 1048.372728)}
	growth := scenario.Bootstrap{Years: 5}
	fmt.Println(growth)
	for year, g := range m.Growths().All() {
		fmt.Printf(" %d: %3s", year, scenario.FormatShare(g))
	}
	fmt.Println()
	sample, err := growth.Sampler(m, 2025, 6, scenario.NewStreams(1, 0, false).Of("DEU"))
	if err != nil {
		fmt.Println(err)
		return
	}
	rates := make([]float64, scenario.BlockDraws)
	for k := range 6 {
		sample(rates, k)
		fmt.Printf(" %d: %3s", 2025+k, scenario.FormatShare(rates[0]))
	}
	fmt.Println()
	// Output:
	// GDP grows as in years drawn from the last 5, 2 in a row, the same for all members
	//  2020: -5% 2021:  4% 2022:  2% 2023:  1% 2024:  3%
	//  2025: -5% 2026:  4% 2027:  1% 2028:  3% 2029:  3% 2030: -5%
}
