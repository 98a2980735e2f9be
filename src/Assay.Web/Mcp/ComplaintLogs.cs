using Microsoft.Extensions.Logging;

namespace Assay.Web.Mcp;

/// <summary>Writes warnings and errors as lines, as the command line writes what it has to say.</summary>
internal sealed class ComplaintLogs(TextWriter complaints) : ILoggerFactory, ILogger
{
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var cause = exception is null ? "" : $" {exception.GetType().Name}: {exception.Message}";
        lock (_writing) complaints.WriteLine($"assay: {(formatter(state, exception) + cause).ReplaceLineEndings(" ")}");
    }

    public void Dispose() { }
}
