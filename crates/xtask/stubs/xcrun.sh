#!/usr/bin/env bash
# Stands in for Xcode's xcrun, which is asked where the SDK is.
cd "$(dirname "$0")/../sdk" && pwd
