namespace Assay.Web.Operations;

/// <summary>How often one client may do what costs most. Beyond that it is told when to come again (429, with <c>Retry-After</c>).</summary>
public readonly record struct LimitOptions()
{
    /// <summary>Nobody is limited: for measurements.</summary>
    public static LimitOptions None { get; } = new() { IsOff = true };

    /// <summary>Whether nobody is limited.</summary>
    public bool IsOff { get; init; }

    /// <summary>Reactions a minute and reader.</summary>
    public int Reactions { get; init; } = 60;

    /// <summary>Checks, corrections and publications at the desk, a minute and account.</summary>
    public int Checks { get; init; } = 120;

    /// <summary>Requests for a correction, an hour and reader.</summary>
    public int Requests { get; init; } = 10;

    /// <summary>Attempts to sign in, a minute and address.</summary>
    public int SignIns { get; init; } = 10;

    /// <summary>Calls of the reconciliation service, a minute and address; each may hold 50 queries.</summary>
    public int Reconciliations { get; init; } = 240;

    /// <summary>Calls of the server of the model context protocol, a minute and address.</summary>
    public int ToolCalls { get; init; } = 120;

    /// <summary>Searches, a minute and address.</summary>
    public int Searches { get; init; } = 120;

    /// <summary>How many readers or accounts may share an address, as behind one router: an address may do so many times what one of them may.</summary>
    public int ReadersPerAddress { get; init; } = 10;
}
