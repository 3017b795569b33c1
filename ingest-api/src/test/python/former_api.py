"""What the SDK writes by itself: its former API, and events whose time and content type it chooses."""
import os

import requests
from cloudevents.core.bindings.http import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from cloudevents.v1.conversion import to_binary, to_structured
from cloudevents.v1.http import CloudEvent as FormerCloudEvent

URL = os.environ["PERENNIAL_URL"] + "/v1/events"
KEY = {"Authorization": "Bearer " + os.environ["PERENNIAL_KEY"]}


def attributes(number):
    return {
        "id": f"former-{number}",
        "source": "/billing",
        "type": "payment.succeeded",
        "subject": "sub-1",
        "subscriberid": "alice",
    }


def data(number):
    return {"paymentId": f"former-{number}", "amount": {"value": "12.99", "currency": "EUR"}}


def send(headers, body):
    answer = requests.post(URL, data=body, headers=dict(headers) | KEY, timeout=30)
    print(answer.json()["status"] if answer.status_code == 202 else answer.text)


send(*to_binary(FormerCloudEvent(attributes(1), data(1))))
send(*to_structured(FormerCloudEvent(attributes(2), data(2))))
for number, write in ((3, to_binary_event), (4, to_structured_event)):
    message = write(CloudEvent(attributes(number), data(number)))
    send(message.headers, message.body)
