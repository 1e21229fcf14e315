using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Traces.Storage;

namespace Lexicon.Local.Traces;

/// <summary>Keeps the spans of this run. It is not an AWS service: it goes with the runner, whatever the templates say.</summary>
internal sealed class TracesService : IService, ITraces
{
    private readonly Lazy<Run> _run;

    /// <summary>Wires the service; opens no file.</summary>
    public TracesService(Settings settings, TimeProvider time, TracesService? before = null) =>
        _run = before?._run ?? new(() => new Run(Path.Combine(settings.Data, "traces"), time, settings.KeepsTraces));

    public string Name => "Traces";

    public IEnumerable<IResourceType> ResourceTypes => [];

    public Task StartAsync(CancellationToken cancellation)
    {
        _ = _run.Value;
        return Task.CompletedTask;
    }

    public JsonArray List(long? before, int limit) => _run.Value.Reader.List(before, limit);

    public JsonArray Since(long after, int limit) => _run.Value.Reader.Since(after, limit);

    public JsonArray Trace(string traceId) => _run.Value.Reader.Trace(traceId);

    public JsonArray Contents(string traceId) => _run.Value.Reader.Contents(traceId);

    public IReadOnlyDictionary<string, double> UsageOf(string resource) => _run.Value.Usage.Of(resource);

    public JsonObject Query(string sql, IEnumerable<LoggedLine> logs) => _run.Value.Reader.Query(sql, logs);

    public ValueTask DisposeAsync() => _run.IsValueCreated ? _run.Value.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class Run : IAsyncDisposable
    {
        private readonly PieceWriter _writer;
        private readonly TraceRecorder? _recorder;
        private readonly IDisposable? _collector;

        public Run(string folder, TimeProvider time, bool keeps)
        {
            var file = RunFile.Create(folder, time);
            _writer = new PieceWriter(file, Usage.Add);
            _recorder = keeps ? new TraceRecorder(_writer.Add, _writer.LeaveOut) : null;
            _collector = CollectorExport.Begin();
            Reader = new PieceReader(file);
        }

        public UsageTally Usage { get; } = new();

        public PieceReader Reader { get; }

        public async ValueTask DisposeAsync()
        {
            _collector?.Dispose();
            _recorder?.Dispose();
            await _writer.DisposeAsync();
        }
    }
}
