package projection

import (
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// expected is the path that growth is drawn around, which is what a projection without
// luck takes, bit for bit. A path of the caller's own stays as it is.
func expected(p scenario.GrowthPath) scenario.GrowthPath {
	switch g := pointed(p).(type) {
	case scenario.AR1:
		return expected(g.Around)
	case scenario.Downturn:
		return expected(g.Around)
	case scenario.Bootstrap:
		if g.Around == nil {
			return meanOfYears{g}
		}
		return expected(g.Around)
	case scenario.Shift:
		g.Path = expected(g.Path)
		return g
	case scenario.Shock:
		g.Path = expected(g.Path)
		return g
	case scenario.Nominal:
		g.Path, g.Inflation = expected(g.Path), expected(g.Inflation)
		return g
	case scenario.Table:
		g.Then = expected(g.Then)
		return g
	}
	return p
}

// meanOfYears is what is expected where years are drawn, and not around a path.
type meanOfYears struct{ scenario.Bootstrap }

// String says that no year is drawn.
func (m meanOfYears) String() string {
	return "GDP grows at the mean of the " + strings.TrimPrefix(m.Bootstrap.String(), "GDP grows as in ")
}
