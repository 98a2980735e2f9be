namespace Assay.Formats.Records;

/// <summary>Evidence or rules that somebody named cannot be used; carries all that stands against them.</summary>
public sealed class BrokenRecordException : Exception
{
    /// <summary>With what is wrong, one line each.</summary>
    public BrokenRecordException(IReadOnlyList<string> lines) : base(string.Join('\n', lines)) => Lines = lines;

    /// <summary>With one line.</summary>
    public BrokenRecordException(string message) : this([message]) { }

    /// <summary>With one line and its cause.</summary>
    public BrokenRecordException(string message, Exception inner) : base(message, inner) => Lines = [message];

    /// <summary>Without anything.</summary>
    public BrokenRecordException() : this("The record cannot be used.") { }

    /// <summary>What is wrong, where, and how to mend it: one line for each problem.</summary>
    public IReadOnlyList<string> Lines { get; }
}
