namespace Assay.Storage;

/// <summary>Somebody else changed it since it was looked at; the message says what. Nothing was written.</summary>
public sealed class StaleException : Exception
{
    /// <summary>With nothing said.</summary>
    public StaleException() { }

    /// <summary>With a message for the person who made the change.</summary>
    public StaleException(string message) : base(message) { }

    /// <summary>With the failure behind it.</summary>
    public StaleException(string message, Exception inner) : base(message, inner) { }
}
