package main

import (
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/exampletest"
)

func TestTableAndCharts(t *testing.T) { exampletest.Table(t, run) }

func TestFlags(t *testing.T) { exampletest.Flags(t, run) }
