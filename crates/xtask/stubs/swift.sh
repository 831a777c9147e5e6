#!/usr/bin/env bash
# Stands in for the Swift compiler: answers the one question that is asked and builds nothing.
case "$*" in
  *target-info*)
    printf '%s\n' '{"compilerVersion":"none","target":{"triple":"arm64-apple-ios","unversionedTriple":"arm64-apple-ios","moduleTriple":"arm64-apple-ios","librariesRequireRPath":false},"paths":{"runtimeLibraryPaths":["/nowhere"],"runtimeLibraryImportPaths":["/nowhere"],"runtimeResourcePath":"/nowhere"}}'
    ;;
esac
exit 0
