"""Lambda executor of LocalStack that needs no Docker.

Each invocation is POSTed to LAMBDA_HTTP_HOST as /{function name}: the handler in X-Handler, the
environment as JSON in X-Env, the request id in X-Request-Id. An answer with an X-Function-Error
header is a failed invocation. LambdaHttpHost of infra/local answers.
"""

import json
import os
from urllib.request import Request, urlopen

from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin


class HttpExecutorPlugin(RuntimeExecutorPlugin):
    name = "http"

    def load(self, *_args, **_kwargs):
        # Imported late: these modules look for the executor while they are loaded.
        from localstack.services.lambda_.invocation.lambda_models import InvocationResult
        from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

        class HttpExecutor(RuntimeExecutor):
            @classmethod
            def prepare_version(cls, function_version):
                pass

            @classmethod
            def cleanup_version(cls, function_version):
                pass

            def start(self, env_vars):
                pass

            def stop(self):
                pass

            def get_address(self):
                return "127.0.0.1"

            def get_endpoint_from_executor(self):
                return "127.0.0.1"

            def get_runtime_endpoint(self):
                return "http://127.0.0.1:1/unused"

            def get_logs(self):
                return ""

            def invoke(self, payload):
                with urlopen(self._request(payload), timeout=self._config().timeout) as answer:
                    return InvocationResult(
                        request_id=payload["invoke-id"],
                        payload=answer.read(),
                        is_error="X-Function-Error" in answer.headers,
                        logs="",
                        executed_version=self.function_version.id.qualifier,
                    )

            def _config(self):
                return self.function_version.config

            def _request(self, payload):
                body = payload["payload"]
                host = os.environ.get("LAMBDA_HTTP_HOST", "http://127.0.0.1:9999")
                return Request(
                    f"{host}/{self.function_version.id.function_name}",
                    data=body.encode() if isinstance(body, str) else body,
                    method="POST",
                    headers={
                        "X-Handler": self._config().handler or "",
                        "X-Env": json.dumps(self._config().environment or {}),
                        "X-Request-Id": payload.get("invoke-id", ""),
                    },
                )

        return HttpExecutor
