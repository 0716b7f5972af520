package plotting

import (
	"testing"
	"time"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// country makes a member with shares in per cent from 2018 on and a constant
// GDP.
func country(code, name string, shares ...float64) scenario.Member {
	gdp := make([]float64, len(shares))
	for i := range shares {
		shares[i] /= 100
		gdp[i] = 1000
	}
	return scenario.Member{Code: code, Name: name, Share: scenario.NewSeries(2018, shares...), GDP: scenario.NewSeries(2018, gdp...)}
}

// sample is a small alliance: one member there already, some on the way, one
// that falls.
func sample(t testing.TB) *scenario.Dataset {
	t.Helper()
	est := country("EST", "Estonia", 2.00, 2.05, 2.30, 2.20, 2.15)
	deu := country("DEU", "Germany", 1.25, 1.35, 1.51, 1.45, 1.49)
	var obs []scenario.Observation
	for o := range deu.Share.Observations() {
		if o.Year == 2021 {
			o.Status = scenario.Estimated
		}
		obs = append(obs, o)
	}
	share, err := scenario.SeriesOf(obs...)
	if err != nil {
		t.Fatal(err)
	}
	deu.Share = share
	return dataset(t, "test-2023", est, deu,
		country("TUR", "Türkiye", 1.82, 1.85, 1.86, 1.75, 1.90),
		country("ESP", "Spain", 1.00, 0.95, 1.02, 1.03, 1.10),
		country("GRC", "Greece", 2.60, 2.50, 2.40, 2.30, 2.20),
	)
}

func dataset(t testing.TB, edition string, ms ...scenario.Member) *scenario.Dataset {
	t.Helper()
	d, err := scenario.NewDataset(edition, "USD million, 2015 prices", ms...)
	if err != nil {
		t.Fatal(err)
	}
	d.Precision, d.Quantity = 0.01*scenario.Percent, "defence spending"
	d.Sources = []scenario.Source{{Publisher: "NATO", Title: "Defence Expenditure (2018-2022)", Date: time.Date(2023, 3, 21, 0, 0, 0, 0, time.UTC)}}
	return d
}

// plan is a scenario without growth of GDP, in which the share goes on as it
// went: easy to check by hand.
func plan(name string, target scenario.Pledge, r scenario.Response) scenario.Scenario {
	return scenario.Scenario{Name: name, Pledge: target, Growth: scenario.Constant(0), Response: r}
}

var (
	openTarget = scenario.Target{Share: 2 * scenario.Percent}
	dueTarget  = scenario.Target{Share: 2 * scenario.Percent, By: 2027}
)

func run(t testing.TB, d *scenario.Dataset, s scenario.Scenario, o projection.Options) *projection.Result {
	t.Helper()
	if o.To == 0 {
		o.To = 2032
	}
	r, err := projection.Run(d, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// three are three scenarios of the sample that lie far apart.
func three(t testing.TB, o projection.Options) []*projection.Result {
	d := sample(t)
	return []*projection.Result{
		run(t, d, plan("At the present pace", openTarget, scenario.Drift{Years: 4}), o),
		run(t, d, plan("2% by 2027", dueTarget, scenario.Ramp{}), o),
		run(t, d, plan("Share held", openTarget, scenario.Hold{}), o),
	}
}
