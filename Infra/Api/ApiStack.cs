using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Firewall;

namespace Lexicon.Infra.Api;

/// <summary>The HTTP API: every row of the route table with its function, and what signs readers in.</summary>
internal sealed class ApiStack : ExportingStack
{
    public ApiStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Api", settings, "Lexicon: HTTP API and its functions")
    {
        AddStackDependency(data);

        var api = new GlossaryApi(this, "Glossary", settings, data.UserPoolId);
        var stackName = StackName;
        var code = Code.FromAsset(package);
        var deadLetters = new DeadLetters(this, "DeadLetters", stackName).Queue;
        var deadLettersArn = deadLetters.QueueArn;
        var tableArn = FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = data.TableName });
        string[] operations = [.. settings.Routes.Select(route => route.Operation)];
        var rollout = settings.DeploysGradually ? new Rollout(this, "Rollout", settings, stackName, operations) : null;

        foreach (var route in settings.Routes)
        {
            var operation = new Operation(this, route.Operation, new OperationProps
            {
                Operation = route.Operation,
                Description = $"{route.Method} {route.Path}",
                Name = Operation.NameOf(stackName, route.Operation),
                Code = code,
                Permissions = Permissions.For(route.Operation),
                TableName = data.TableName,
                TableArn = tableArn,
                TableKeyArn = data.TableKeyArn,
                Variables = api.CrossOrigin.Variables,
                DeadLetters = deadLetters,
                DeadLettersArn = deadLettersArn,
                Settings = settings,
            });
            rollout?.Add(operation, route.Operation);
            api.Serve(route, operation.Live);
        }

        if (settings.Options.HasFirewall)
        {
            new WebAcl(this, "Firewall", FirewallScope.ApiStage).Protect(api.Api.DeploymentStage.StageArn);
        }

        if (settings.Options.RequiresApiKey)
        {
            Output(
                "ApiKeyId",
                new ApiKeys(this, "Keys", settings, api.Api).KeyId,
                "The API key; its value: aws apigateway get-api-key --include-value");
        }

        ApiId = Export("ApiId", api.Api.RestApiId, "The REST API, the origin of /api/*");
        Output("ApiUrl", api.Api.Url, "The API without the site in front");
    }

    public string ApiId { get; }
}
