namespace Assay.Cli;

/// <summary>Where a verb writes: results to <see cref="Output"/>, everything else to <see cref="Error"/>.</summary>
/// <param name="Output">Standard output as text.</param>
/// <param name="Error">Standard error as text.</param>
/// <param name="Bytes">Standard output as bytes.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, Stream Bytes)
{
    /// <summary>Whether a person is looking at the output.</summary>
    public bool IsScreen { get; init; }

    /// <summary>How wide the screen is, in characters.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether a person is looking at standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>What comes in on standard input, where no person is asked.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Asks the person at the terminal; null where nobody is there to answer.</summary>
    public Func<Prompt, string>? Ask { get; init; }
}
