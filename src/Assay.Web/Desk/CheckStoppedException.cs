namespace Assay.Web.Desk;

/// <summary>A check did not come to its end; the message tells the visitor why and what to do.</summary>
internal sealed class CheckStoppedException : Exception
{
    public CheckStoppedException() { }

    public CheckStoppedException(string message) : base(message) { }

    public CheckStoppedException(string message, Exception inner) : base(message, inner) { }
}
