package plotting

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Chance shows how likely each member is to have reached its target by a year: a
// table with a row for each member, in descending order of the chance by the
// deadline, or by the horizon if there is no common one, then of the earlier years
// and the name; and a column for each year, that of a deadline in a frame. Without
// years it chooses round ones, the deadlines and the horizon. The chances are in per
// cent; only what is certain or never happened in a draw reads as 100 or 0.
//
// Members of whom nothing is asked are left out and named in the note. A year outside
// the projection is an error, as are more than 24 of them.
func Chance(e *projection.Ensemble, years ...int) (*Figure, error) {
	f, err := chance(e, years)
	if err != nil {
		return nil, fmt.Errorf("Chance: %w", err)
	}
	return f, nil
}

func chance(e *projection.Ensemble, years []int) (*Figure, error) {
	r, err := checkEnsemble(e)
	if err != nil {
		return nil, err
	}
	asked := slices.DeleteFunc(r.Reaches(), func(reach projection.Reach) bool { return reach.Status == projection.NotAsked })
	if len(asked) == 0 {
		return nil, errNothingAsked
	}
	due := deadlines(asked)
	if len(years) == 0 {
		years = usualYears(r.Options, due)
	} else {
		years = slices.Compact(slices.Sorted(slices.Values(years)))
	}
	if len(years) > maxCellColumns {
		return nil, fmt.Errorf("%d columns cannot be read: show fewer years, at most %d: %w", len(years), maxCellColumns, scenario.ErrInvalid)
	}
	year := by(asked)
	if !slices.Contains(years, year) {
		year = years[len(years)-1]
	}
	rows, worst, err := chancesOf(e, asked, years)
	if err != nil {
		return nil, err
	}
	column := slices.Index(years, year)
	slices.SortFunc(rows, func(a, b oddsRow) int {
		return cmp.Or(cmp.Compare(b.chances[column], a.chances[column]), slices.Compare(b.chances, a.chances), cmp.Compare(a.name, b.name))
	})
	rs := []*projection.Result{r}
	words := append(assumptions(rs), drawn(e), monteCarlo(scenario.ToPercent(worst)), lostCounts)
	words = append(words, idle(r.Reaches()), leftOut(rs))
	words = append(words, remarks(rs, r.Codes())...)
	goal := goal(r.Dataset, asked, "their target")
	return &Figure{
		Title:    chanceTitle(rows, column, goal, year),
		Subtitle: fmt.Sprintf("Chance of having reached %s by each year, per cent; scenario: %s", goal, quoted(r.Scenario.Name)),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		colours:  1,
		seed:     seedOf(e),
		chart:    memberTable{oddsTable(rows, years, due), rows},
	}, nil
}

// An oddsRow has the chances of one member, in per cent.
type oddsRow struct {
	player
	chances []float64
}

// chancesOf gives the chances of members by the end of years, and the largest
// standard error of one.
func chancesOf(e *projection.Ensemble, asked []projection.Reach, years []int) (rows []oddsRow, worst float64, err error) {
	for _, reach := range asked {
		row := oddsRow{player: player{reach.Member, reach.Name}}
		for _, year := range years {
			c, err := e.Chance(reach.Member, year)
			if err != nil {
				return nil, 0, err
			}
			row.chances, worst = append(row.chances, scenario.ToPercent(c.Value)), max(worst, c.StdErr)
		}
		rows = append(rows, row)
	}
	return rows, worst, nil
}

// usualYears are the deadlines, the horizon and round years, as many as make at
// most nine, if there are not more deadlines.
func usualYears(o projection.Options, deadlines []int) []int {
	const enough = 9
	for most := enough; ; most-- {
		years := append(slices.Clone(deadlines), o.To)
		for _, tick := range (YearTicks{Most: most}).Ticks(float64(o.Base+1), float64(o.To)) {
			years = append(years, int(tick.Value))
		}
		slices.Sort(years)
		years = slices.DeleteFunc(slices.Compact(years), func(year int) bool { return year <= o.Base })
		if len(years) <= enough || most == 1 {
			return years
		}
	}
}

// chanceTitle counts the members who are more likely than not to reach the target,
// or says how likely the only one is.
func chanceTitle(rows []oddsRow, column int, goal string, year int) string {
	if len(rows) == 1 {
		return fmt.Sprintf("The chance that %s reaches %s by %d is %s%%", rows[0].name, goal, year, chanceText(rows[0].chances[column]))
	}
	t := tally{of: len(rows)}
	for _, row := range rows {
		if likely(row.chances[column]) {
			t.n++
		}
	}
	return fmt.Sprintf("%s more likely than not to reach %s by %d", t.subject("are", "is"), goal, year)
}

// oddsTable puts chances into cells.
func oddsTable(rows []oddsRow, years, deadlines []int) *cells {
	c := &cells{}
	for _, year := range years {
		column := cellColumn{heading: strconv.Itoa(year)}
		if slices.Contains(deadlines, year) {
			column.mark = "deadline"
		}
		c.columns = append(c.columns, column)
	}
	for _, row := range rows {
		one := cellRow{name: row.name}
		for _, chance := range row.chances {
			one.cells = append(one.cells, chanceCell(chance))
		}
		c.rows = append(c.rows, one)
	}
	return c
}

// A memberTable is a table with a row for each member, who may be shown in grey.
type memberTable struct {
	*cells
	members []oddsRow
}

func (m memberTable) cast() []player {
	var all []player
	for _, row := range m.members {
		all = append(all, row.player)
	}
	return all
}

func (m memberTable) lit(codes []string) chart {
	shown := *m.cells
	shown.rows = slices.Clone(m.rows)
	for i, row := range m.members {
		shown.rows[i].faint = !slices.Contains(codes, row.code)
	}
	return memberTable{&shown, m.members}
}

// colours is 0: all have the same.
func (m memberTable) colours() int { return 0 }
