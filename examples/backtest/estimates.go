package main

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// fits shows what the default was fitted to, and what came out.
func fits(*evidence) (table, error) {
	t := table{title: "What nato.Calibrated finds in the record up to an edition", header: []string{"edition"}}
	sets := []*scenario.Dataset{}
	for _, year := range []int{1995, 2005, 2018} {
		d, err := worldbank.MilitarySpending().AsOf(year)
		if err != nil {
			return t, err
		}
		sets = append(sets, d)
	}
	cut, err := nato.Archive{}.AsOf(2018)
	if err != nil {
		return t, err
	}
	sets = append(sets, cut, nato.Latest())
	lines := [][]string{
		{"changes of shares"}, {"of years"}, {"half of them within ±, % of the share"}, {"speed towards the median, % a year"}, {"median share, % of GDP"},
		{"change of all members in the last ten years, % of the share a year"}, {"Student's t, degrees of freedom"}, {"standard deviation without a record, % of the share"},
		{"smallest of a member"}, {"largest of a member"}, {"common part of the variance, %"},
		{"surprises of growth"}, {"standard deviation without a record, points"}, {"degrees of freedom"}, {"common part of the variance, %"}, {"persistence"},
	}
	for _, d := range sets {
		c, err := nato.Calibrated(d)
		if err != nil {
			return t, err
		}
		t.header = append(t.header, d.Edition)
		f, g := c.Shares.Shocks, c.Surprises
		own := slices.Sorted(func(yield func(float64) bool) {
			for _, m := range f.Members {
				if !yield(m.SD) {
					return
				}
			}
		})
		for i, cell := range []string{
			fmt.Sprint(f.Count), f.Years(), percent(c.Shares.Median), percent(c.Shares.Speed), share(c.Shares.Level),
			number("%+.1f", 100*c.Shares.Recent), number("%.1f", f.Tails), percent(f.SD),
			percent(own[0]), percent(own[len(own)-1]), percent(f.Common),
			fmt.Sprint(g.Count), percent(g.SD), number("%.1f", g.Tails), percent(g.Common), number("%.2f", g.Rho),
		} {
			lines[i] = append(lines[i], cell)
		}
	}
	t.lines = lines
	return t, nil
}

// growthErrors shows by how much growth missed its forecast, by horizon, and how much
// of that the default allows for.
func growthErrors(*evidence) (table, error) {
	t := table{
		title:  "Surprises of growth: outcome less forecast, percentage points a year",
		header: []string{"years ahead", "2000-2018: n", "mean", "root mean square", "half within ±", "2019-2024: n", "mean", "root mean square", "half within ±", "the default in 2024: standard deviation"},
	}
	c, err := nato.Calibrated(nato.Latest())
	if err != nil {
		return t, err
	}
	allowed := c.Growth() // of a member without a record
	for ahead := 1; ahead <= 5; ahead++ {
		before, after := []float64{}, []float64{}
		for _, code := range nato.All() {
			errs, err := imf.RealTime{}.ForecastErrors(code, ahead, 2024)
			if err != nil {
				return t, err
			}
			for year, v := range errs.All() {
				switch {
				case year >= 2019:
					after = append(after, v)
				case year >= 2000:
					before = append(before, v)
				}
			}
		}
		line := []string{fmt.Sprint(ahead)}
		for _, all := range [][]float64{before, after} {
			var sizes []float64
			squares := 0.0
			for _, v := range all {
				sizes, squares = append(sizes, math.Abs(v)), squares+v*v
			}
			slices.Sort(sizes)
			line = append(line, fmt.Sprint(len(all)), number("%+.2f", 100*stat.Mean(all, nil)), number("%.2f", 100*math.Sqrt(squares/float64(len(all)))),
				number("%.2f", 100*stat.Quantile(0.5, stat.Empirical, sizes, nil)))
		}
		fade := allowed.Rho * allowed.Rho
		t.add(append(line, number("%.2f", 100*allowed.SD*math.Sqrt((1-math.Pow(fade, float64(ahead)))/(1-fade))))...)
	}
	t.notes = []string{"Forecast: the IMF's of the end of the year before the first one that is projected; before 2019 the mean of the ten years before, since no vintage is here. Outcomes: IMF, April 2026. Growth of NATO's 32 members. The default: of a member without a record, around the forecast."}
	return t, nil
}

// responses shows how fast members moved towards 2%.
func responses(*evidence) (table, error) {
	t := table{
		title:  "How members moved towards 2% of GDP",
		header: []string{"period, group", "members", "changes", "of them estimates", "part of the gap closed in a year, % (standard error)", "explains, %", "common rise, points a year (standard error)", "explains, %"},
	}
	with := func(v, se float64, format string) string {
		if math.IsNaN(v) {
			return ""
		}
		return fmt.Sprintf(format, 100*v, 100*se)
	}
	for _, p := range []nato.Period{nato.BeforeInvasion(), nato.SinceInvasion()} {
		o, err := nato.ObservedResponse(p)
		if err != nil {
			return t, err
		}
		for _, a := range []nato.Adjustment{o.All, o.Near, o.Far, o.Bordering, o.AtTarget} {
			t.add(fmt.Sprintf("%v, %s", p, a.Group), fmt.Sprint(len(a.Members)), fmt.Sprint(a.Changes), fmt.Sprint(a.Estimated),
				with(a.Gap.Speed, a.Gap.SpeedSE, "%.1f (%.1f)"), percent(a.Gap.R2), with(a.Common.Rise, a.Common.RiseSE, "%+.3f (%.3f)"), percent(a.Common.R2))
		}
		t.notes = append(t.notes, fmt.Sprintf("Edition %s. Explains: the part of the squares of changes, a held share explaining none. Empty: fewer than 5 members or 10 changes. Standard errors are clustered by member.", o.Edition))
	}
	t.notes = slices.Compact(t.notes)
	return t, nil
}
