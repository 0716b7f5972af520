package projection

import "github.com/pledgesim/pledgesim/scenario"

// Count is the number of members of the run that are at their target in each
// year, from the first published year to the horizon. The target is what is
// asked of the member in the last projected year; members of whom nothing is
// asked do not count. A year has the weakest status of the shares in it.
func (r *Result) Count() scenario.Series {
	years := map[int]scenario.Observation{}
	for _, p := range r.paths {
		target := p.final().Share
		for o := range p.track.Shares().Observations() {
			c := years[o.Year]
			c.Year, c.Status = o.Year, max(c.Status, o.Status)
			if target > 0 && r.Options.Reached(o.Value, target) {
				c.Value++
			}
			years[o.Year] = c
		}
	}
	var obs []scenario.Observation
	for _, c := range years {
		obs = append(obs, c)
	}
	s, _ := scenario.SeriesOf(obs...) // one a year by construction
	return s
}
