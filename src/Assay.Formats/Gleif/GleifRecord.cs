namespace Assay.Formats.Gleif;

/// <summary>
/// One record of a file of the register of legal entity identifiers, as it stands there. One object is filled again for each record. In XML and JSON
/// its parts come one after the other, each with the names of the elements that it stands in; the columns of CSV are set by name.
/// </summary>
internal abstract class GleifRecord
{
    /// <summary>The line on which it begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>When it was taken out of the register, in delta files; empty where it was not.</summary>
    public string DeletedAt { get; set; } = "";

    /// <summary>When it was last changed.</summary>
    public string LastUpdate { get; set; } = "";

    /// <summary>How far the registration has come, in the standard's word.</summary>
    public string RegistrationStatus { get; set; } = "";

    /// <summary>Whether it is the register's own entry alone that was checked, by the standard's word.</summary>
    public string ValidationSources { get; set; } = "";

    /// <summary>Empties it.</summary>
    public void Begin(int line)
    {
        (Line, DeletedAt, LastUpdate, RegistrationStatus, ValidationSources) = (line, "", "", "", "");
        Clear();
    }

    /// <summary>A part that can stand more than once begins.</summary>
    /// <param name="element">Its name.</param>
    public virtual void Open(string element)
    {
    }

    /// <summary>Takes the text of an element or attribute.</summary>
    /// <param name="path">The names of the elements that it stands in, from the record down, its own last; an attribute's begins with <c>@</c>.</param>
    /// <param name="text">Its text.</param>
    /// <returns>False where the record has no place for it.</returns>
    public bool Take(ReadOnlySpan<string> path, string text)
    {
        switch (path[0], path[^1])
        {
            case ("Extension", "DeletedAt"): DeletedAt = text; return true;
            case ("Registration", "LastUpdateDate"): LastUpdate = text; return true;
            case ("Registration", "RegistrationStatus"): RegistrationStatus = text; return true;
            case ("Registration", "ValidationSources"): ValidationSources = text; return true;
            default: return TakeOwn(path, text);
        }
    }

    protected abstract void Clear();

    protected abstract bool TakeOwn(ReadOnlySpan<string> path, string text);
}
