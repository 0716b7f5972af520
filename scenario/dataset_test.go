package scenario_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func dataset(t *testing.T, ms ...scenario.Member) *scenario.Dataset {
	t.Helper()
	d, err := scenario.NewDataset("nato-2025-08", "USD million", ms...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func shares(first int, obs ...scenario.Observation) scenario.Series {
	for i := range obs {
		obs[i].Year, obs[i].Value = first+i, 0.02
	}
	s, err := scenario.SeriesOf(obs...)
	if err != nil {
		panic(err) // years rise by construction
	}
	return s
}

func TestCodesAreInOrderAndIncludeTheExempt(t *testing.T) {
	d := dataset(t,
		scenario.Member{Code: "TUR"},
		scenario.Member{Code: "DEU"},
		scenario.Member{Code: "ISL", Exempt: "no armed forces"},
	)
	equal(t, d.Codes(), []string{"DEU", "ISL", "TUR"})
}

func TestNewDatasetDoesNotShareTheCallersSlice(t *testing.T) {
	ms := []scenario.Member{{Code: "DEU"}, {Code: "BEL"}}
	d := dataset(t, ms...)
	ms[0].Code = "XXX"
	equal(t, []string{ms[1].Code, d.Codes()[1]}, []string{"BEL", "DEU"})
}

func TestNewDatasetReportsAllFaultsAtOnce(t *testing.T) {
	_, err := scenario.NewDataset("", "USD",
		scenario.Member{Code: "BEL", Share: scenario.NewSeries(2023, -0.01, 1.3)},
		scenario.Member{Code: "DEU", ISO2: "DE", Name: "Germany", Aliases: []string{"BRD"}},
		scenario.Member{Code: "DEU"},
		scenario.Member{Code: "FRA", Aliases: []string{"brd"}},
		scenario.Member{Code: "ITA", GDP: scenario.NewSeries(2023, 0), Spending: scenario.NewSeries(2023, -5)},
		scenario.Member{},
		scenario.Member{},
	)
	equal(t, texts(err), []string{
		"Edition is empty: name the edition, it is printed on every table",
		"Members has a member without a code",
		"Members has a member without a code",
		"BEL, 2023: Share = -0.01 is not a fraction between 0 and 0.25 (divide per cent by 100)",
		"BEL, 2024: Share = 1.3 is not a fraction between 0 and 0.25 (divide per cent by 100)",
		"Members = DEU names two of them, DEU and DEU: it must name one only",
		"Members = brd names two of them, DEU and FRA: it must name one only",
		"ITA, 2023: GDP = 0 is not positive",
		"ITA, 2023: Spending = -5 is negative",
	})
	for _, kind := range []error{scenario.ErrInvalid, scenario.ErrUnit, scenario.ErrDuplicate} {
		if !errors.Is(err, kind) {
			t.Errorf("errors.Is(err, %q) is false", kind)
		}
	}
	_, err = scenario.NewDataset("x", "USD")
	equal(t, texts(err), []string{"Members is empty: a data set needs at least one member"})
}

// Rounding and other sources make spending differ from share times GDP, but not by ten.
func TestSpendingInAnotherUnitThanGDP(t *testing.T) {
	with := func(spending ...float64) scenario.Member {
		return scenario.Member{Code: "DEU", Share: scenario.NewSeries(2022, 0.02, 0, 0.02), GDP: scenario.NewSeries(2022, 1e6, 1e6), Spending: scenario.NewSeries(2022, spending...)}
	}
	dataset(t, with(199_000, 5000, 1))
	dataset(t, with(2001, 0, 1))
	for _, spending := range []float64{201_000, 1999, 20} {
		_, err := scenario.NewDataset("x", "EUR million", with(spending))
		equal(t, texts(err), []string{fmt.Sprintf("DEU, 2022: Spending = %v is more than ten times off 20000, which share times GDP gives: it must be in the unit of GDP", spending)})
	}
}

func TestSharesAtTheEdgesOfWhatIsAccepted(t *testing.T) {
	dataset(t, scenario.Member{Code: "DEU", Share: scenario.NewSeries(2023, 0, scenario.MaxShare)})
}

func TestAsOfDropsLaterFigures(t *testing.T) {
	d := dataset(t,
		scenario.Member{Code: "DEU", Share: scenario.NewSeries(2017, 0.011, 0.012, 0.013), GDP: scenario.NewSeries(2017, 100, 200, 300), Spending: scenario.NewSeries(2017, 1, 2, 3)},
		scenario.Member{Code: "FIN", Share: scenario.NewSeries(2019, 0.014)},
	)
	d.Precision = 0.01 * pct
	cut, err := d.AsOf(2018)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := cut.Member("DEU")
	fin, _ := cut.Member("FIN")
	equal(t, []string{cut.Edition, m.Share.String(), m.GDP.String(), m.Spending.String(), fin.Share.String()},
		[]string{"nato-2025-08 cut at 2018", "2017: 0.011, 2018: 0.012", "2017: 100, 2018: 200", "2017: 1, 2018: 2", ""})
	equal(t, cut.Precision, d.Precision)
	equal(t, []int{cut.Last(), d.Last()}, []int{2018, 2019}) // the original is left alone

	if _, err := d.AsOf(2016); !errors.Is(err, scenario.ErrMissing) || err.Error() != "edition nato-2025-08 has no figures up to 2016: missing figure" {
		t.Errorf("AsOf before the first figure: %v", err)
	}
}

// Different members may be estimated for different years: a year counts as
// actual when nobody's figure is an estimate.
func TestFirstLastAndLastActual(t *testing.T) {
	estimate := scenario.Observation{Status: scenario.Estimated}
	actual := scenario.Observation{}
	for _, test := range []struct {
		name                string
		ms                  []scenario.Member
		first, last, actual int
	}{
		{"no figures", []scenario.Member{{Code: "ISL"}}, 0, 0, 0},
		{"all actual", []scenario.Member{{Code: "DEU", Share: shares(2022, actual, actual)}}, 2022, 2023, 2023},
		{"all estimated", []scenario.Member{{Code: "DEU", Share: shares(2022, estimate)}}, 2022, 2022, 0},
		{"one member estimated", []scenario.Member{
			{Code: "DEU", Share: shares(2022, actual, actual, actual)},
			{Code: "FRA", Share: shares(2021, actual, actual, estimate, estimate)},
			{Code: "ISL"},
		}, 2021, 2024, 2022},
	} {
		d := dataset(t, test.ms...)
		if d.First() != test.first || d.Last() != test.last || d.LastActual() != test.actual {
			t.Errorf("%s: First %d, Last %d, LastActual %d, want %d, %d, %d", test.name, d.First(), d.Last(), d.LastActual(), test.first, test.last, test.actual)
		}
	}
}
