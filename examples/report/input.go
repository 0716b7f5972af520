package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/scenario"
)

// Scenarios are what a file of scenarios holds.
type scenarios struct {
	Title, Note, Source string
	Scenarios           []scenario.Scenario
}

// Names of the copies of what was given, in the folder of the report.
const (
	dataCopy     = "input/data.csv"
	scenarioCopy = "input/scenarios.json"
)

// readData takes the figures from a file, or an edition of NATO's.
func (o *options) readData(path, edition string) (err error) {
	if path == "" {
		o.data, err = command.Edition(edition)
		o.again = append(o.again, "-edition", edition)
		return err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("-data: %w", err)
	}
	if o.data, err = scenario.ReadCSV(bytes.NewReader(text)); err != nil {
		return fmt.Errorf("-data: %s: %w", path, err)
	}
	if o.data.Money == "" {
		return fmt.Errorf("-data: %s: has shares only, nothing to project: give GDP too, and its unit in a line %q", path, "# money: ...")
	}
	o.inputs = append(o.inputs, file{dataCopy, text})
	o.again = append(o.again, "-data", dataCopy)
	return nil
}

// readScenarios takes the scenarios from a file, or those that are built in.
func (o *options) readScenarios(path, growth string, ofNATO bool) (err error) {
	if path == "" {
		if growth != "" {
			o.again = append(o.again, "-growth", growth)
		}
		o.set, err = builtIn(o.data, growth, ofNATO)
		return err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("-scenarios: %w", err)
	}
	if o.set, err = decode(text); err != nil {
		return fmt.Errorf("-scenarios: %s: %w", path, err)
	}
	o.inputs = append(o.inputs, file{scenarioCopy, text})
	o.again = append(o.again, "-scenarios", scenarioCopy)
	return nil
}

func decode([]byte) (scenarios, error) { return scenarios{}, errors.New("cannot be read yet") }
