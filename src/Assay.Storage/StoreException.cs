namespace Assay.Storage;

/// <summary>
/// The store can't be reached or used; the message says why and how to mend it. Nothing was written, unless the message says that it is not
/// known (<see cref="IsUncertain"/>): the connection broke while the server was told to keep what had been written.
/// </summary>
public sealed class StoreException : Exception
{
    /// <summary>With nothing said.</summary>
    public StoreException() { }

    /// <summary>With a message for the person who runs the workbench.</summary>
    public StoreException(string message) : base(message) { }

    /// <summary>With the failure behind it.</summary>
    public StoreException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Whether it is not known if the change was kept: it is there whole or not at all.</summary>
    public bool IsUncertain { get; init; }
}
