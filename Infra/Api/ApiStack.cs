using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Api;

/// <summary>The HTTP API: every row of the route table with its function, and what signs readers in.</summary>
internal sealed class ApiStack : ExportingStack
{
    public ApiStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Api", "Lexicon: HTTP API and its functions")
    {
        AddDependency(data);

        var api = new GlossaryApi(this, "Glossary", settings, data.UserPoolId);
        var code = Code.FromAsset(package);
        var deadLetters = new DeadLetters(this, "DeadLetters");

        foreach (var route in Routes.All)
        {
            var operation = new Operation(this, route.Operation, new OperationProps
            {
                Code = code,
                Route = route,
                Permissions = Permissions.All[route.Operation],
                TableName = data.TableName,
                MetricsNamespace = settings.StageName,
                DeadLetters = deadLetters.Queue,
                LogRetention = settings.LogRetention,
                Options = settings.Options,
            });
            api.Serve(route, operation.Live);
        }

        ApiId = Export("ApiId", api.Api.RestApiId, "The REST API, the origin of /api/*");
        Output("ApiUrl", api.Api.Url, "The API without the site in front");
    }

    public string ApiId { get; }
}
