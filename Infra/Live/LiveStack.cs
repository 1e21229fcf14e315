using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Live;

/// <summary>The WebSocket API: every row of its route table with its function, and the authorizer that takes tickets.</summary>
internal sealed class LiveStack : ExportingStack
{
    private readonly StackFunctions _functions;

    public LiveStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Live", settings, "Lexicon: WebSocket API and its functions")
    {
        AddStackDependency(data);

        _functions = new StackFunctions(this, settings, data, package, LiveRoutes.Operations);
        var api = new LiveApi(this, "Live", settings);
        api.AuthorizeBy(Function(LiveRoutes.Authorizer, "Takes the ticket of a connection"));
        foreach (var route in LiveRoutes.All)
        {
            api.Serve(route, Function(route.Operation, $"WebSocket {route.Key}", route.Sends ? api : null));
        }

        Address = Export("Address", api.Address, "Where the site connects for live updates");
    }

    /// <summary>The address of the WebSocket API, stage included, as another stack imports it.</summary>
    public string Address { get; }

    private Alias Function(string name, string description, LiveApi? sendsTo = null)
    {
        var props = _functions.Describe(name, description) with { Permissions = Permissions.Live[name] };
        return _functions.Add(sendsTo is null ? props : props with
        {
            Variables = sendsTo.Variables,
            Statements = [sendsTo.Send],
            Waivers = [sendsTo.WaiverOfSend],
        }).Live;
    }
}
