using Lexicon.Local;
using Lexicon.Local.Assembly;
using Lexicon.Local.Hosting;

return await CommandLine.RunAsync(args, async (settings, stop) =>
{
    var assembly = CloudAssembly.Load(settings.Assembly);
    if (settings.Explain)
    {
        await using var sketch = new Cloud(settings, assembly, Endpoints.From(settings.Port), new NoProcesses());
        return Explanation.Print(assembly, sketch.ResourceTypes, settings.ExplainAll);
    }

    using var data = DataFolder.Hold(settings.Data);
    await using var listeners = Listeners.Bind(settings.Port);
    EndpointsFile.Remove(settings.EndpointsFile);
    await using var processes = new ChildProcesses(settings);
    await using var cloud = new Cloud(settings, assembly, listeners.Endpoints, processes);

    new TemplateCheck(assembly, cloud.ResourceTypes).Run().ThrowIfRefused();
    cloud.Begin();
    var graph = cloud.Realise();
    await cloud.StartAsync(stop);
    await using var serving = await listeners.ServeAsync(cloud.Site, cloud.Api, cloud.Aws, cloud.Console);
    await FirstStart.RunAsync(settings, listeners.Endpoints, processes, stop);

    using var endpoints = EndpointsFile.Write(settings.EndpointsFile, listeners.Endpoints, graph);
    ReadyMessage.Print(listeners.Endpoints, graph, cloud.ReadyRows);
    await stop.WhenCancelledAsync();
    Progress.Say("Stopping");
    return 0;
});
