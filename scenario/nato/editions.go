package nato

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

//go:embed data/*.csv
var files embed.FS

// ErrUnknownEdition is wrapped when an edition is asked for that is not here.
var ErrUnknownEdition = errors.New("unknown edition")

const prefix = "nato-"

// Editions lists the editions, oldest first: "nato-2019-06" and so on to the
// one that [Latest] gives. The rest of a name is the month of publication.
func Editions() []string {
	return []string{"nato-2019-06", "nato-2023-03", "nato-2024-06", "nato-2025-08", "nato-2026-07"}
}

// Latest gives the newest edition, "nato-2026-07": 2014 to 2026, the last two
// years estimates, money in million US dollars at prices of 2021. It is a copy
// of the caller's own.
func Latest() *scenario.Dataset {
	names := Editions()
	d, err := Edition(names[len(names)-1])
	if err != nil {
		panic(err) // the embedded file is broken, which the tests rule out
	}
	return d
}

// Edition gives an edition by name, "nato-2024-06" or just "2024-06". It is
// a copy of the caller's own. An unknown name is [ErrUnknownEdition],
// with the names there are.
//
// Shares and, except in 2025-08, real GDP and spending are those of NATO's
// tables. Luxembourg has a break in 2023. The edition 2023-03 is the state of
// 21 March 2023, partly rebuilt, and marks what is not of that day:
//
//   - 25 shares of 2022 are the estimates printed that day, read in news
//     reports: Observation.Edition is "nato-2023-03", the status Estimated;
//   - the shares of ALB, MKD, MNE and SVK in 2022, all shares and spending of
//     2014 to 2021 and GDP to 2022 were printed in June 2024:
//     Observation.Edition is "nato-2024-06" and the status is that of June 2024,
//     Observed;
//   - spending of 2022 is left out, so that it is share times GDP.
//
// Since most of 2022 is estimated, Dataset.LastActual is 2021 there; to start
// from 2022, as studies of the time did, name it as the base year.
func Edition(name string) (*scenario.Dataset, error) {
	key, err := known(name)
	if err != nil {
		return nil, err
	}
	return editions[key]().Clone(), nil
}

// known gives the full name of an edition.
func known(name string) (string, error) {
	key := prefix + strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), prefix)
	if !slices.Contains(Editions(), key) {
		return "", fmt.Errorf("%w %q: there are %s", ErrUnknownEdition, name, strings.Join(Editions(), ", "))
	}
	return key, nil
}

// editions reads each embedded edition once, when it is first asked for.
var editions = func() map[string]func() *scenario.Dataset {
	all := map[string]func() *scenario.Dataset{}
	for _, name := range Editions() {
		all[name] = sync.OnceValue(func() *scenario.Dataset { return read(name) })
	}
	return all
}()

func read(name string) *scenario.Dataset {
	text, err := files.ReadFile("data/" + strings.TrimPrefix(name, prefix) + ".csv")
	if err != nil {
		panic(err)
	}
	d, err := scenario.ReadCSV(bytes.NewReader(text))
	if err != nil {
		panic(fmt.Errorf("edition %s: %w", name, err)) // the embedded file is broken, which the tests rule out
	}
	return d
}
