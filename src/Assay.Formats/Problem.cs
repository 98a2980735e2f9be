namespace Assay.Formats;

/// <summary>Something wrong in a file: where, what was found, what was expected, how to mend it.</summary>
/// <param name="Code">A short slug, as <c>bad-date</c>; documented in <c>docs/formats</c>.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1; 0 where the problem is of the whole file.</param>
/// <param name="Column">The column, from 1; 0 where it is of the whole line.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record Problem(string Code, string File, int Line, int Column, string Found, string Expected, string Mend)
{
    /// <summary><c>file:line:column code: found, expected; mend</c>, the line and column where there are any.</summary>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => $"{File}:",
            (_, 0) => $"{File}:{Line}",
            _ => $"{File}:{Line}:{Column}",
        };
        return $"{place} {Code}: {Found}, expected {Expected}; {Mend}";
    }
}

/// <summary>A file or folder could not be used; carries every problem found in it.</summary>
public sealed class InvalidDataFileException : Exception
{
    /// <summary>With the problems.</summary>
    public InvalidDataFileException(string message, IReadOnlyList<Problem> problems) : base(message) => Problems = problems;

    /// <summary>With a message alone.</summary>
    public InvalidDataFileException(string message) : this(message, []) { }

    /// <summary>With a message and its cause.</summary>
    public InvalidDataFileException(string message, Exception inner) : base(message, inner) => Problems = [];

    /// <summary>Without anything.</summary>
    public InvalidDataFileException() : this("The file cannot be used.") { }

    /// <summary>Every problem found, in the order of the files.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
