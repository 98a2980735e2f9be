using System.CommandLine;

namespace Assay.Cli;

/// <summary>One verb of the command line with lines that show how to use it.</summary>
internal sealed record Verb(Command Command, params string[] Examples);
