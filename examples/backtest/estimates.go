package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
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
		{"changes of shares"}, {"of years"}, {"half of them within ±, % of the share"}, {"of single members"},
		{"Student's t, degrees of freedom"}, {"common part of the variance, %"}, {"part left a year later, not used"}, {"speed towards the median, % a year"}, {"median share, % of GDP (year)"},
		{"change of all members in the last ten years, % a year, not used"}, {"spending: standard deviation of a member without a record, % of the year before"},
		{"surprises of growth"}, {"half of them within ±, points"}, {"Student's t, degrees of freedom"}, {"common part of the variance, %"}, {"part left a year later"}, {"growth: standard deviation of a member without a record, points"},
	}
	for _, d := range sets {
		c, err := nato.Calibrated(d)
		if err != nil {
			return t, err
		}
		t.header = append(t.header, d.Edition)
		f, g := c.Shares.Shocks, c.Surprises
		smallest, largest := f.Members[0].Middle, f.Members[0].Middle
		for _, m := range f.Members {
			smallest, largest = min(smallest, m.Middle), max(largest, m.Middle)
		}
		base := d.LastActual()
		level, _ := c.Shares.Levels.At(base)
		for i, cell := range []string{
			fmt.Sprint(f.Count), f.Years(), percent(f.Middle), percent(smallest) + " to " + percent(largest),
			number("%.1f", f.Tails), percent(f.Common), number("%.2f", f.Rho), percent(c.Shares.Speed), fmt.Sprintf("%s (%d)", share(level), base),
			number("%+.1f", 100*c.Shares.Recent), percent(c.Around(scenario.Hold{}).SD),
			fmt.Sprint(g.Count), percent(g.Middle), number("%.1f", g.Tails), percent(g.Common), number("%.2f", g.Rho), percent(c.Growth().SD),
		} {
			lines[i] = append(lines[i], cell)
		}
	}
	t.lines = lines
	return t, nil
}

// responses shows how fast members moved towards 2%.
func responses(*evidence) (table, error) {
	t := table{
		title:  "How members moved towards 2% of GDP",
		header: []string{"period, group", "members", "changes", "of them estimates", "part of the gap closed in a year, % (standard error)", "explains, %", "common rise, points a year (standard error)", "explains, %", "both: part of the gap, %", "rise, points"},
	}
	with := func(a nato.Adjustment, v, se float64, format string) string {
		switch {
		case math.IsNaN(v):
			return ""
		case a.Significant(v, se):
			return "**" + fmt.Sprintf(format, 100*v, 100*se) + "**"
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
				with(a, a.Gap.Speed, a.Gap.SpeedSE, "%.1f (%.1f)"), percent(a.Gap.R2), with(a, a.Common.Rise, a.Common.RiseSE, "%+.3f (%.3f)"), percent(a.Common.R2),
				with(a, a.Both.Speed, a.Both.SpeedSE, "%.1f (%.1f)"), with(a, a.Both.Rise, a.Both.RiseSE, "%+.3f (%.3f)"))
		}
		t.notes = append(t.notes, fmt.Sprintf("Edition %s. Explains: the part of the squares of changes, a held share explaining none. **Bold**: can be told from 0. Empty: fewer than 5 members or 10 changes. Standard errors are clustered by member and by year; with four or seven years they are rather too small.", o.Edition))
	}
	t.notes = slices.Compact(t.notes)
	return t, nil
}
