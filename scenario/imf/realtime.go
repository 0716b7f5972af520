package imf

import (
	"fmt"
	"time"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// RealTime is growth of real GDP as it was forecast at the end of the year before
// the projection: a projection from 2020 on takes the vintage 2019-10, one from
// 2023 on 2022-10, see [Newest]. It cannot see growth from its future, so that it
// is the path for trying a model on the past. What counts is the base year of the
// projection: where the last figures are older than the edition, as in
// nato-2023-03, which ends in 2022, the forecast is as old as they are.
//
// No vintage here was out before 2019. A projection from 2019 or an earlier year
// has growth held at the geometric mean of the last years before it, which is what
// [scenario.Historic] does. They are as the vintage 2019-04 has them, from 1990 on:
// no later year is seen, but revisions are.
//
// The path is not random: put it into a [scenario.AR1] or another path around it.
// It is not for use after a [scenario.Table], which would ask it for the forecast
// of the year in which the table ends.
type RealTime struct {
	Years int // years that the mean is taken over before the first vintage; 0: 10
}

// Central fills dst with the rates of the vintage, its last one held beyond its
// end, or with the mean. A member that is not in the vintage, or of which it has no
// growth before the projection, is [scenario.ErrMissing].
func (r RealTime) Central(dst []float64, m *scenario.Member, first int) error {
	if table, ok := known(first - 1); ok {
		return table.Central(dst, m, first)
	}
	mean, used := r.mean(m, first-1)
	if used == 0 {
		return &scenario.FieldError{
			Member: m.Code, Field: "Growth", Err: scenario.ErrMissing,
			Problem: fmt.Sprintf("has no rates from %d to %d in %s to take a mean of, and no vintage was out at the end of %d", first-r.window(), first-1, oldest().table("", nil).Name, first-1),
		}
	}
	return scenario.Constant(mean).Central(dst, m, first)
}

// known gives the newest vintage that was out at the end of a year; ok is false
// if none was.
func known(year int) (table scenario.Table, ok bool) {
	name, err := Newest(year)
	if err != nil {
		return scenario.Table{}, false
	}
	v := vintages[name]()
	return v.table("", v.real), true
}

func oldest() *vintage { return vintages[Vintages()[0]]() }

func (r RealTime) window() int {
	if r.Years == 0 {
		return 10
	}
	return r.Years
}

// mean is the geometric mean of the growth of a member in the last years up to
// base, and the number of those that are there.
func (r RealTime) mean(m *scenario.Member, base int) (mean float64, used int) {
	var ratios []float64
	for year, rate := range oldest().record[m.Code].Until(base).All() {
		if year > base-r.window() {
			ratios = append(ratios, 1+rate)
		}
	}
	return stat.GeometricMean(ratios, nil) - 1, len(ratios)
}

// Origins gives one source for all vintages, since it depends on the projection
// which one is taken; the warnings of a run name it. It has no date for the same reason.
func (r RealTime) Origins() []scenario.Source {
	names := Vintages()
	source := vintages[names[len(names)-1]]().source
	source.Title = fmt.Sprintf("World Economic Outlook database, the newest of %s to %s that was out", oldest().source.Date.Format("January 2006"), source.Date.Format("January 2006"))
	source.Date, source.SHA256 = time.Time{}, "" // of many files
	return []scenario.Source{source}
}

// Warn says which vintage is taken and from when on its last rate is held; or over
// which years the mean is taken, and if there were fewer than asked for.
func (r RealTime) Warn(m *scenario.Member, base, to int) []error {
	if table, ok := known(base); ok {
		which := fmt.Errorf("growth is as in %s, the newest vintage at the end of %d", table.Name, base)
		return append([]error{which}, table.Warn(m, base, to)...)
	}
	warnings := []error{fmt.Errorf("growth is held at the mean of %d to %d in %s: no vintage was out at the end of %d", base-r.window()+1, base, oldest().table("", nil).Name, base)}
	if _, used := r.mean(m, base); used < r.window() {
		warnings = append(warnings, fmt.Errorf("%s: the mean of growth is over %d of %d years", m.Code, used, r.window()))
	}
	return warnings
}

// String gives the path in words.
func (r RealTime) String() string {
	years := fmt.Sprintf("%d years", r.window())
	if r.window() == 1 {
		years = "year"
	}
	return fmt.Sprintf("GDP grows as the IMF forecast at the time, before %s at each member's mean rate of the last %s", oldest().source.Date.Format("January 2006"), years)
}

// Validate refuses a window that is not a number of years from 0 to 200.
func (r RealTime) Validate() error {
	if r.Years < 0 || r.Years > 200 {
		return &scenario.FieldError{Field: "Years", Value: r.Years, Problem: "is not a number of years from 0 to 200", Err: scenario.ErrInvalid}
	}
	return nil
}
