namespace Assay;

/// <summary>
/// What somebody asked cannot be asked so: a name that the record doesn't know, one that can mean several, a date still to come. The message is for
/// them: it says what is wrong and how to ask instead.
/// </summary>
public sealed class AskingException : Exception
{
    /// <summary>With what is wrong and how to mend it.</summary>
    public AskingException(string message) : base(message) { }

    /// <summary>With that and its cause.</summary>
    public AskingException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Without anything.</summary>
    public AskingException() : this("This cannot be asked.") { }
}
