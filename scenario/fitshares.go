package scenario

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"
)

// A Spell is a stretch of years of one data set, of which changes of the share are
// taken: those of From against the year before to To. Two publishers' definitions can
// follow each other in a record, since a change is always one within a data set.
type Spell struct {
	Data     *Dataset // whose shares change
	From, To int      // first and last year whose change against the year before counts
}

// A ShareFit says how shares of GDP have moved, and from what record that was
// estimated.
type ShareFit struct {
	Levels Series    // median share of the members, as a fraction of GDP, in each year of the last spell's data set
	Speed  float64   // part of the distance to the members' median, in logarithms, that is closed in a year
	Recent float64   // median yearly relative change of all members in the last 10 years of the record, as a fraction
	Shocks *ShockFit // how far holding the last share missed a year later

	Sources []Source // of the data sets
}

const recentYears = 10

// FitShares estimates how shares move from the changes of some spells, none later
// than until. The speed is that of [Peers]: the slope of relative changes on the
// distance to the median of that year's members, and not less than 0, by least squares
// in which calm members count more, each inversely to the square of its size. The shocks
// are the changes themselves, since what moves shares was not known beforehand: their
// size is that by which holding the last share would have missed.
//
// The spells are given in order of years: the levels of [ShareFit.Levels] are those of
// the last one. A record with fewer than 40 changes is ErrMissing.
func FitShares(until int, spells ...Spell) (*ShareFit, error) {
	record, faults := shareRecord{changes: map[string]map[int]float64{}, distances: map[string]map[int]float64{}}, faults{}
	f := &ShareFit{}
	for i, s := range spells {
		at := fmt.Sprintf("spell %d", i+1)
		switch {
		case s.Data == nil:
			faults.add(at+".Data", nil, "is nil: take a data set from package worldbank or nato, or scenario.NewDataset", ErrInvalid)
			continue
		case s.To < s.From:
			faults.add(at+".To", s.To, fmt.Sprintf("is before From = %d", s.From), ErrInvalid)
			continue
		}
		if err := record.add(s, until); err != nil {
			return nil, err
		}
		f.Sources = append(f.Sources, s.Data.Sources...)
	}
	if len(spells) == 0 {
		faults.add("spells", nil, "are none: give at least one", ErrInvalid)
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	var err error
	if f.Shocks, err = fitShocks(record.changes); err != nil {
		return nil, fmt.Errorf("shares up to %d: %w", until, err)
	}
	f.Levels = levelsOf(spells[len(spells)-1].Data)
	f.converge(record)
	f.recent(record, f.Shocks.Last)
	return f, nil
}

// A shareRecord has changes in logarithms, and the distance to the median before
// each, by code and year.
type shareRecord struct{ changes, distances map[string]map[int]float64 }

// add takes the changes of a spell.
func (r shareRecord) add(s Spell, until int) error {
	for year := max(s.From, s.Data.First()+1); year <= min(s.To, until, s.Data.Last()); year++ {
		median := medianLog(s.Data, year-1)
		for _, code := range s.Data.Codes() {
			m, err := s.Data.Member(code)
			if err != nil {
				return err
			}
			before, ok1 := m.Share.At(year - 1)
			share, ok2 := m.Share.At(year)
			if !ok1 || !ok2 || before <= 0 || share <= 0 || m.broken(year) {
				continue
			}
			if r.changes[code] == nil {
				r.changes[code], r.distances[code] = map[int]float64{}, map[int]float64{}
			}
			if _, twice := r.changes[code][year]; twice {
				return &FieldError{Member: code, Year: year, Field: "spells", Problem: "overlap: a change can count once only", Err: ErrDuplicate}
			}
			r.changes[code][year] = math.Log(share / before)
			r.distances[code][year] = math.Log(before) - median
		}
	}
	return nil
}

// medianLog is the median of the logarithms of a year's shares.
func medianLog(d *Dataset, year int) float64 {
	var logs []float64
	for _, m := range d.members {
		if share, ok := m.Share.At(year); ok && share > 0 {
			logs = append(logs, math.Log(share))
		}
	}
	if logs == nil {
		return nan
	}
	return middle(logs)
}

// levelsOf gives the median share of each year.
func levelsOf(d *Dataset) Series {
	var levels []Observation
	for year := d.First(); year <= d.Last(); year++ {
		if median := medianLog(d, year); isFinite(median) {
			levels = append(levels, Observation{Year: year, Value: math.Exp(median)})
		}
	}
	return spread(levels)
}

// converge estimates the speed.
func (f *ShareFit) converge(r shareRecord) {
	var x, y, weights []float64
	for _, m := range f.Shocks.Members {
		for _, year := range sortedKeys(r.changes[m.Code]) {
			x, y = append(x, r.distances[m.Code][year]), append(y, r.changes[m.Code][year])
			weights = append(weights, 1/(m.Middle*m.Middle))
		}
	}
	if _, slope := stat.LinearRegression(x, y, weights, false); isFinite(slope) {
		f.Speed = max(0, min(-slope, 1))
	}
}

// recent takes the median change of the last years.
func (f *ShareFit) recent(r shareRecord, last int) {
	var recent []float64
	for _, code := range sortedKeys(r.changes) {
		for _, year := range sortedKeys(r.changes[code]) {
			if year > last-recentYears {
				recent = append(recent, r.changes[code][year])
			}
		}
	}
	f.Recent = math.Expm1(middle(recent))
}

// Peers is the forecast of the share that the fit makes. It does not go on with the
// recent change of all members: forecasts with it were no better over both records of
// METHODS.md.
func (f *ShareFit) Peers() Peers { return Peers{Levels: f.Levels, Speed: f.Speed} }
